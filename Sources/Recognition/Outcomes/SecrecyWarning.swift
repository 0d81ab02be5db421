public import StrictEncoding

/// Where the totals alone tell how somebody voted, whatever the ballot's cryptography does.
public enum SecrecyWarning: Hashable, Sendable {
    /// So few are present that each can nearly work out the others' marks. Said before voting opens.
    case fewPresent(Int)

    /// All valid slips of a contest, or all collected, say the same. Said before results are published.
    case unanimous(contest: Int)

    /// Below this many the totals of a contest leave little to guess.
    public static let enoughPresent = 5

    public static func beforeVoting(present: Int) -> [SecrecyWarning] {
        present < enoughPresent ? [.fewPresent(present)] : []
    }

    public static func beforePublishing(_ tallies: [ContestTally]) -> [SecrecyWarning] {
        tallies.filter(\.counts.isUnanimous).map { .unanimous(contest: $0.contest) }
    }

    public var text: BilingualText {
        switch self {
        case .fewPresent(let count):
            BilingualText(
                "Chỉ có \(count) người dự: số phiếu quá ít để giữ kín ý kiến của từng người.",
                "Only \(count) are present: too few slips to hide how each one voted."
            )
        case .unanimous(let contest):
            BilingualText(
                "Nội dung thứ \(contest + 1): các phiếu giống hệt nhau, nên kết quả cho biết ý kiến của từng người.",
                "Contest \(contest + 1), counted from one: all slips say the same, so the result tells how each one voted."
            )
        }
    }

    public var json: JSONValue {
        switch self {
        case .fewPresent(let count): ["warning": "few-present", "present": .integer(count)]
        case .unanimous(let contest): ["warning": "unanimous", "contest": .integer(contest)]
        }
    }
}

extension SlipCounts {
    /// Whether all valid slips are one way, or all collected the same; an empty box is not.
    public var isUnanimous: Bool {
        guard collected > 0 else { return false }
        if valid > 0 { return first == valid || second == valid }
        return blank == collected || invalid == collected
    }
}
