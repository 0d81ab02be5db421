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

    /// The part of a template that says for whom the signer signs.
    var signFor: String { isStandingCommittee ? "sign-for-standing-committee" : "sign-for-committee" }
}

extension RecognitionTitle {
    /// "“chi bộ bốn tốt”, “đảng bộ cơ sở bốn tốt”": those of `titles`, each once, in the field's order.
    static func listed(_ titles: some Sequence<RecognitionTitle>) -> String {
        let given = Set(titles)
        return allCases.filter(given.contains).map { "“\($0.rawValue)”" }.joined(separator: ", ")
    }
}

extension UnitOutcome {
    /// A unit that did not pass, and why, for a list.
    var texts: [String: String] {
        ["unit": unit.name, "reasons": failures.map(\.text.vietnamese).joined(separator: " ")]
    }
}

extension CountingRule {
    /// The rule in the words of minutes: "đạt ít nhất 2/3 số được triệu tập".
    var wording: String { "đạt \(text.vietnamese)" }
}

extension CountBase {
    var wording: String { text.vietnamese }
}
