public import StrictEncoding

/// The three rules of a round: attendance once for the round, turnout and approval for every contest.
public struct BallotRules: Hashable, Sendable {
    /// Compares those present.
    public let attendance: CountingRule

    /// Compares a contest's valid slips.
    public let turnout: CountingRule

    /// Compares a contest's slips for the first choice.
    public let approval: CountingRule

    /// - Throws: `MalformedInput` for an attendance rule over a base that only a contest has.
    public init(attendance: CountingRule, turnout: CountingRule, approval: CountingRule) throws(MalformedInput) {
        guard !attendance.base.isPerContest else {
            throw MalformedInput(.wrongValue, at: "attendance.of", "one of summoned, present, issued")
        }
        self.attendance = attendance
        self.turnout = turnout
        self.approval = approval
    }

    /// The attendance quorum, which can be shown before a vote is cast.
    public func attendance(in counts: RoundCounts) -> RuleVerdict {
        attendance.verdict(count: counts.present, over: counts.size(of: attendance.base, in: nil))
    }
}

extension BallotRules {
    /// Reads `{"attendance", "turnout", "approval"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["attendance", "turnout", "approval"])
        let attendance = try CountingRule(reading: object.member("attendance"))
        let turnout = try CountingRule(reading: object.member("turnout"))
        let approval = try CountingRule(reading: object.member("approval"))
        do {
            self = try BallotRules(attendance: attendance, turnout: turnout, approval: approval)
        } catch {
            throw error.inside(reader.place)
        }
    }

    public var json: JSONValue {
        ["attendance": attendance.json, "turnout": turnout.json, "approval": approval.json]
    }
}
