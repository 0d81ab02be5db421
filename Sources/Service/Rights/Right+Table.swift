/// The one table of who may do what, and on which state of a round.
extension Right {
    var row: RightRow {
        switch self {
        case .lookAround, .followRound, .readPublished, .vote, .signIn: RightRow(.anybody)
        case .seeOwnAccount, .signOut, .seeStaffHome, .revokeToken: RightRow(.accounts)
        case .confirmSelf: RightRow(.accounts, tokens: .refused)
        case .endOwnSessions, .changeFactors: RightRow(.accounts, tokens: .refused, fresh: true)
        // Both are sent with the password, which is fresher than any session.
        case .changeOwnPassword: RightRow(.accounts, tokens: .withPassword)
        case .makeToken: RightRow(.accounts, tokens: .refused)
        case .seeAccounts, .readJournal: RightRow([.admin])
        case .createAccount, .changeRoles, .resetPassword, .disableAccount, .resetFactors, .liftLock:
            RightRow([.admin], tokens: .withPassword, fresh: true)
        case .seeTrial: RightRow(.accounts)
        case .beginTrial: RightRow([.admin], tokens: .refused)
        case .fetchTrialKey: RightRow([.signer, .admin])
        default: roundRow
        }
    }

    private var roundRow: RightRow {
        switch self {
        case .seeRounds, .printPreparation: RightRow(Set(Role.allCases))
        case .prepareRound, .createRound: RightRow([.secretary])
        case .importUnits, .importMembers, .setCardKeys, .nameRelays, .planBoard, .beginAttempt:
            RightRow([.secretary], due: [.draft])
        // A member may lose a device, and the invitation with it, at any time.
        case .renewInvitation: RightRow([.secretary], due: .since(.draft))
        case .freeze: RightRow([.secretary], due: [.draft], past: .since(.frozen), fresh: true)
        case .beginIssuing: RightRow([.secretary], due: [.frozen], past: .since(.issuing))
        case .markPresence:
            RightRow([.secretary], due: [.frozen, .issuing, .voting], past: .since(.closing))
        case .beginVoting: RightRow([.secretary], due: [.issuing], past: .since(.voting), fresh: true)
        case .close: RightRow([.secretary], due: [.voting], past: .since(.closing), fresh: true)
        case .seal: RightRow([.secretary], due: [.closing], past: .since(.sealed), fresh: true)
        case .cancel:
            RightRow(
                [.secretary], due: [.draft, .frozen, .issuing, .voting, .closing], past: [.cancelled], fresh: true)
        default: countingRow
        }
    }

    private var countingRow: RightRow {
        switch self {
        case .seeBoard: RightRow([.board])
        case .giveBoardKey: RightRow([.board], due: [.draft])
        case .signFreeze: RightRow([.board], due: [.frozen], past: .since(.issuing))
        case .open: RightRow([.board], due: [.sealed], past: .since(.opened), fresh: true)
        case .seeResults, .printCount: RightRow([.secretary, .board, .signer], due: .since(.opened))
        case .recount: RightRow([.secretary, .board], due: .since(.opened))
        case .signMinutes: RightRow([.board], due: .since(.opened))
        case .certify: RightRow([.secretary, .board], due: [.opened], past: [.certified], fresh: true)
        default: seatRow
        }
    }

    /// An invitation's code is a key of its own: neither a session nor a script's token stands for it.
    private var seatRow: RightRow {
        switch self {
        case .followCeremony: RightRow(.seats, tokens: .refused)
        case .joinCeremony, .beginAttemptOnEvidence: RightRow(.seats, tokens: .refused, due: [.draft])
        case .proveCopy, .signFreezeAtSeat:
            RightRow(.seats, tokens: .refused, due: [.frozen], past: .since(.issuing))
        case .giveShare: RightRow(.seats, tokens: .refused, due: [.sealed], past: .since(.opened))
        case .seeCount, .signMinutesAtSeat: RightRow(.seats, tokens: .refused, due: .since(.opened))
        default: decisionRow
        }
    }

    /// The signer's own key opens with its own password each time, and what it signs can be annulled. A session alone
    /// ends no recognition for good, and puts no other key in the place of that one.
    private var decisionRow: RightRow {
        switch self {
        case .annulDecision, .setIdentity: RightRow([.signer], fresh: true)
        case .seeDecisions, .seePrepared: RightRow([.signer, .secretary])
        case .issueDecisions, .prepareDecisions, .previewDecision: RightRow([.signer], due: [.certified])
        default: RightRow([.signer])
        }
    }
}

extension Set<RoundState> {
    /// A state of a round's life and all that come after it.
    static func since(_ state: RoundState) -> Set<RoundState> { Set(RoundState.life.drop { $0 != state }) }
}
