import StrictEncoding

/// A slip's place in the boxes, in 40 bytes: enough to sort by, and to find its row again.
struct BoxEntry: Comparable {
    let contest: UInt32
    private let words: (UInt64, UInt64, UInt64, UInt64)

    init(_ slip: SpooledSlip) {
        contest = slip.contest
        let word = { (position: Int) in slip.slipID[position..<position + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        words = (word(0), word(8), word(16), word(24))
    }

    var slipID: [UInt8] {
        var bytes = [UInt8](bigEndian: words.0)
        bytes.append(bigEndian: words.1)
        bytes.append(bigEndian: words.2)
        bytes.append(bigEndian: words.3)
        return bytes
    }

    static func == (one: Self, other: Self) -> Bool { one.contest == other.contest && one.words == other.words }

    static func < (one: Self, other: Self) -> Bool {
        one.contest == other.contest ? one.words < other.words : one.contest < other.contest
    }
}
