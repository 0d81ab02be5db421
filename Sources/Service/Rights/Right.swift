/// What can be asked of the service: each thing that is looked at or done, once, at whichever door it is asked for.
///
/// `Right+Table` says who has it, and in which states of a round; the actions ask it, the pages offer by it.
enum Right: String, CaseIterable, Sendable {
    // Anybody's.
    case lookAround, followRound, readPublished, vote, signIn

    // Whoever has an account.
    case seeOwnAccount, seeStaffHome, signOut, changeOwnPassword, endOwnSessions, makeToken, revokeToken
    case changeFactors, confirmSelf

    // The administrator's.
    case seeAccounts, createAccount, changeRoles, resetPassword, disableAccount, resetFactors, liftLock, readJournal

    // The secretary's.
    case seeRounds, printPreparation, prepareRound, createRound, importUnits, importMembers, setCardKeys, nameRelays
    case freeze
    case beginIssuing, markPresence, beginVoting, close, seal, cancel

    case planBoard, renewInvitation, beginAttempt

    // The counting board's.
    case seeBoard, giveBoardKey, signFreeze, open, seeResults, printCount, recount, signMinutes, certify

    // Whoever has the invitation to a seat of a board of several.
    case followCeremony, joinCeremony, beginAttemptOnEvidence, proveCopy, signFreezeAtSeat, giveShare, seeCount
    case signMinutesAtSeat

    // The signer's.
    case seeIdentity, setIdentity, seeDecisions, previewDecision, issueDecisions, prepareDecisions, seePrepared
    case fetchPrepared, attachSignature, withdrawPaper, affixBodySeal, archiveDecision, annulDecision

    // A trial installation's.
    case seeTrial, beginTrial, fetchTrialKey
}
