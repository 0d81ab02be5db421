import Recognition

extension Authority {
    private static let standing = "Ban Thường vụ "

    var isStandingCommittee: Bool { kind != .grassrootsCommittee }

    /// "Huyện ủy Than Uyên": what stands at the head of its documents.
    var bodyName: String {
        isStandingCommittee && name.hasPrefix(Self.standing) ? String(name.dropFirst(Self.standing.count)) : name
    }

    /// "Ban Thường vụ Huyện ủy Than Uyên", or the grassroots committee itself: who voted and decides.
    var committeeName: String { isStandingCommittee ? Self.standing + bodyName : name }
}
