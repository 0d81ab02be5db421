/// Where a round stands. Each step is irreversible, and the same again when repeated.
public enum RoundState: String, Sendable, CaseIterable {
    case draft, frozen, issuing, voting, closing, sealed, opened, certified, cancelled

    /// The states of a round that comes to its end, in order.
    static let life: [RoundState] = [
        .draft, .frozen, .issuing, .voting, .closing, .sealed, .opened, .certified,
    ]

    /// Whether the boxes exist and can no longer change.
    var isSealed: Bool { [.sealed, .opened, .certified].contains(self) }

    /// Whether the voting has ended: no more tokens are issued, and the roll can no longer change.
    var isClosed: Bool { self == .closing || isSealed }

    /// Whether slips are taken.
    var isTaking: Bool { self == .voting || self == .closing }

    /// Whether the round's spool is alive: from its making until its sealing.
    var isLive: Bool { [.frozen, .issuing, .voting, .closing].contains(self) }
}

extension Set<RoundState> {
    /// As the register names them.
    var names: Set<String> { Set<String>(map(\.rawValue)) }
}
