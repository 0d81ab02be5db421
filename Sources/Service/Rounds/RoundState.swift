/// Where a round stands. Each step is irreversible, and the same again when repeated.
public enum RoundState: String, Sendable, CaseIterable {
    case draft, frozen, issuing, voting, sealed, opened, certified, cancelled

    /// Whether the boxes exist and can no longer change.
    var isSealed: Bool { [.sealed, .opened, .certified].contains(self) }

    /// Whether the round's spool is alive: from its making until its sealing.
    var isLive: Bool { [.frozen, .issuing, .voting].contains(self) }

    /// The states from which a round may be cancelled: a box that exists is counted.
    static let cancellable: Set<RoundState> = [.draft, .frozen, .issuing, .voting]
}

extension Set<RoundState> {
    /// As the register names them.
    var names: Set<String> { Set<String>(map(\.rawValue)) }
}
