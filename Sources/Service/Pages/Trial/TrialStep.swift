/// What a newcomer does, one after another, on the pages where it is done in earnest.
enum TrialStep: String, CaseIterable {
    case codes, board, freeze, signature, issuing, presence, screen, voting, phones, seal, opening, certifying
    case identity, signing, verifying, annulling, record

    /// Whether the service cannot tell that it was done: somebody looked at something.
    var isLooking: Bool { [.screen, .verifying, .record].contains(self) }

    /// Whether its button opens a page beside this one.
    var isAside: Bool { isLooking }
}
