public import StrictEncoding

/// How many voters' ballots the relays say they sent, held against who has tokens and what lies in the boxes.
///
/// Where fewer slips of a contest lie than ballots were sent, slips were handed over and are not in the box: malformed,
/// or dropped on the way. One voter can cause it with a slip that is none, so that it is no fault. Where more were sent
/// than voters have tokens, a relay says what is not so, or a voter went through two: a single relay can cause it, and
/// a single voter, so that it is no fault either. But neither is ever passed over.
public struct MixCounts: Hashable, Sendable {
    /// Over all relays, voters whose ballots were mixed and sent.
    public let mixed: Int

    /// Voters to whom tokens were issued.
    public let issued: Int

    /// How many slips lie in each contest's box, in the contests' order.
    public let collected: [Int]

    public init(mixed: Int, issued: Int, collected: [Int]) {
        self.mixed = mixed
        self.issued = issued
        self.collected = collected
    }

    /// By how many slips each contest's box is short of the ballots sent; never below 0.
    public var short: [Int] { collected.map { max(0, mixed - $0) } }

    /// Where a box is short the most; nil where none is.
    public var mostShort: Int? { short.max().flatMap { $0 > 0 ? $0 : nil } }

    /// By how many the ballots sent exceed those who have one; nil where they do not.
    public var overstated: Int? { mixed > issued ? mixed - issued : nil }

    /// {"mixed", "issued", "short": [{"contest", "collected", "mixed"}], "warning"?: {"vi", "en"}, "overstatement"?:
    /// {"vi", "en"}}: the contests whose boxes are short, and what is to be said wherever an outcome is told.
    public var json: JSONValue {
        let list = short.indices.filter { short[$0] > 0 }.map { contest -> JSONValue in
            [
                "contest": .integer(contest), "collected": .integer(collected[contest]), "mixed": .integer(mixed),
            ]
        }
        let value: JSONValue = ["mixed": .integer(mixed), "issued": .integer(issued), "short": .array(list)]
        return value.adding("warning", warning?.json).adding("overstatement", overstatement?.json)
    }

    /// What is missing, in words; nil if nothing is.
    public var warning: BilingualText? {
        guard let mostShort else { return nil }
        let contests = short.count { $0 > 0 }
        return BilingualText(
            "Thiếu phiếu: các trạm chuyển phiếu nói đã chuyển phiếu của \(mixed) người, nhưng hòm của \(contests) nội dung có "
                + "ít hơn (thiếu nhiều nhất \(mostShort)). Có phiếu không hợp lệ hoặc bị bỏ trên đường: phải làm rõ.",
            "Short: the relays say that they sent the ballots of \(mixed) voters, but the boxes of \(contests) contests hold "
                + "fewer (\(mostShort) fewer at most). Slips were malformed, or dropped on the way: clear it up.")
    }

    /// That more were sent than there are, in words; nil if not.
    public var overstatement: BilingualText? {
        guard overstated != nil else { return nil }
        return BilingualText(
            "Trạm báo thừa: các trạm chuyển phiếu nói đã chuyển phiếu của \(mixed) người, nhưng chỉ \(issued) người được phát "
                + "phiếu. Có trạm nói không đúng, hoặc có người gửi phiếu qua hai trạm: phải làm rõ.",
            "Overstated: the relays say that they sent the ballots of \(mixed) voters, but only \(issued) voters have one. A "
                + "relay says what is not so, or somebody handed over to two: clear it up.")
    }
}
