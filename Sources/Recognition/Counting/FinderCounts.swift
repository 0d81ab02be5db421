public import StrictEncoding

/// What voters found in the sealed boxes, held against what lies in them.
///
/// Never clipped at zero: where fewer slips lie than voters say they found, some of them say what is not so, or two
/// found the same slip. That is no fault of the record, since one voter could cause it; but it is never passed over.
public struct FinderCounts: Hashable, Sendable {
    /// Voters who said that all their slips are in the boxes.
    public let found: Int

    /// How many slips lie in each contest's box, in the contests' order.
    public let collected: [Int]

    public init(found: Int, collected: [Int]) {
        self.found = found
        self.collected = collected
    }

    /// Contests in whose box lie fewer slips than voters found there.
    public var contradictions: [Int] { collected.indices.filter { found > collected[$0] } }

    /// At most so many slips of a contest can be foreign, as far as finders tell the truth.
    /// - Returns: the greatest bound over all contests that finders do not contradict; nil if there are none.
    public var foreignAtMost: Int? { collected.map { $0 - found }.filter { $0 >= 0 }.max() }

    /// By how many finders exceed the slips where they do so most; nil without a contradiction.
    public var excess: Int? { contradictions.map { found - collected[$0] }.max() }

    /// {"found", "foreignAtMost"?, "contradictions": [{"contest", "collected", "found"}], "contradiction"?: {"vi",
    /// "en"}}: the contests that finders contradict, and what is to be said of them wherever an outcome is told.
    public var json: JSONValue {
        let list = contradictions.map { contest -> JSONValue in
            [
                "contest": .integer(contest), "collected": .integer(collected[contest]), "found": .integer(found),
            ]
        }
        let value: JSONValue = ["found": .integer(found), "contradictions": .array(list)]
        return value.adding("foreignAtMost", foreignAtMost.map(JSONValue.integer))
            .adding("contradiction", contradiction?.json)
    }

    /// What contradicts itself, in words; nil if nothing does.
    public var contradiction: BilingualText? {
        guard let excess else { return nil }
        let (contests, fewest) = (contradictions.count, found - excess)
        return BilingualText(
            "Mâu thuẫn: \(found) người nói đã thấy đủ phiếu của mình, nhưng ở \(contests) nội dung hòm có ít phiếu hơn "
                + "(ít nhất là \(fewest)). Có người nói không đúng, hoặc có người cùng thấy một phiếu: phải làm rõ.",
            "Contradiction: \(found) voters say that they found all their slips, but the boxes of \(contests) contests "
                + "hold fewer (\(fewest) at least). Somebody says what is not so, or some found the same slip: clear "
                + "it up.")
    }
}
