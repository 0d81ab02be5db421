import Recognition
import SecretBallot
import StrictEncoding

/// Who broke an attempt at making the board's key, and how: by name, in words, for the members and the desk.
struct PlanFinding: Hashable, Sendable {
    let attempt: Int

    /// The member's place, from 0.
    let member: Int
    let name: String

    /// `CeremonyFinding.Reason`'s word.
    let reason: String

    init(_ finding: CeremonyFinding, in attempt: Int, named name: String) {
        (self.attempt, member, self.name, reason) = (attempt, finding.member, name, finding.reason.text)
    }

    /// - Throws: `MalformedInput`.
    init(stored reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["attempt", "member", "name", "reason"])
        attempt = try object.member("attempt").integer()
        member = try object.member("member").integer()
        name = try object.member("name").string()
        reason = try object.member("reason").string()
    }

    var stored: JSONValue {
        [
            "attempt": .integer(attempt), "member": .integer(member), "name": .string(name),
            "reason": .string(reason),
        ]
    }

    var json: JSONValue { stored.adding("messages", text.json) }

    /// "Lò Văn Phúc: false-accusation"
    var summary: String { "\(name): \(reason)" }

    private var text: BilingualText { Self.text(of: reason, by: name) }

    /// What people read of a `summary`, which the journal keeps; empty where nobody is named.
    static func text(ofSummary summary: String) -> BilingualText {
        guard let colon = summary.ranges(of: ": ").last else { return BilingualText(summary, summary) }
        return text(of: String(summary[colon.upperBound...]), by: String(summary[..<colon.lowerBound]))
    }

    private static func text(of reason: String, by name: String) -> BilingualText {
        switch reason {
        case "two-commitments":
            BilingualText(
                "Thiết bị của \(name) đã ký hai cam kết khác nhau trong cùng một lượt.",
                "The device of \(name) signed two different commitments in one attempt.")
        case "against-commitment":
            BilingualText(
                "Phần mà thiết bị của \(name) gửi không đúng với cam kết đã ký.",
                "What the device of \(name) sent is not what it had committed to.")
        case "malformed-message", "proof-of-possession":
            BilingualText(
                "Phần mà thiết bị của \(name) gửi và ký là sai, thiết bị nào cũng thấy được.",
                "What the device of \(name) sent and signed is wrong, as every device can see.")
        case "false-accusation":
            BilingualText(
                "Thiết bị của \(name) tố cáo sai: phần khóa mà nó nhận được là đúng.",
                "The device of \(name) accused another falsely: the share that it had was good.")
        default:
            BilingualText(
                "Thiết bị của \(name) gửi cho một thành viên khác phần khóa không dùng được.",
                "The device of \(name) sent another member a share of the key that cannot be used.")
        }
    }
}
