public import StrictEncoding

/// Where the totals alone tell how somebody voted, whatever the ballot's cryptography does.
public enum SecrecyWarning: Hashable, Sendable {
    /// So few are present that each can nearly work out the others' marks. Said before voting opens.
    case fewPresent(Int)

    /// Below this many the totals of a contest leave little to guess.
    public static let enoughPresent = 5

    public static func beforeVoting(present: Int) -> [SecrecyWarning] {
        present < enoughPresent ? [.fewPresent(present)] : []
    }

    /// The contests of which all valid slips, or all collected, say the same: said before results are published.
    public static func unanimousContests(of tallies: [ContestTally]) -> [Int] {
        tallies.filter(\.counts.isUnanimous).map(\.contest)
    }

    public var text: BilingualText {
        switch self {
        case .fewPresent(let count):
            BilingualText(
                "Chỉ có \(count) người dự: số phiếu quá ít để giữ kín ý kiến của từng người.",
                "Only \(count) are present: too few slips to hide how each one voted."
            )
        }
    }

    public var json: JSONValue {
        switch self {
        case .fewPresent(let count): ["warning": "few-present", "present": .integer(count)]
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
