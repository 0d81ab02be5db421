public import StrictEncoding

/// What the slips of one box came to.
public struct SlipCounts: Hashable, Sendable {
    /// Far above any committee, far below what integers hold.
    public static let largest = Int(UInt32.max)

    /// Slips for the first choice: "Đạt", or "Đồng ý hủy bỏ" in an annulment round.
    public let first: Int

    /// Slips for the second: "Không đạt", or "Không đồng ý".
    public let second: Int

    /// Slips with neither mark, or both: no vote on this line (244-QĐ/TW article 17).
    public let blank: Int

    /// Slips that did not open, or opened to no known byte.
    public let invalid: Int

    /// - Throws: `MalformedInput` for a negative count, or more slips in all than `largest`.
    public init(first: Int, second: Int, blank: Int, invalid: Int) throws(MalformedInput) {
        let parts = [("first", first), ("second", second), ("blank", blank), ("invalid", invalid)]
        for (name, count) in parts where !(0...Self.largest).contains(count) {
            throw MalformedInput(.outOfRange, at: name, "0 to \(Self.largest)")
        }
        guard first + second + blank + invalid <= Self.largest else {
            throw MalformedInput(.outOfRange, at: "collected", "0 to \(Self.largest)")
        }
        self.first = first
        self.second = second
        self.blank = blank
        self.invalid = invalid
    }

    public var valid: Int { first + second }
    public var collected: Int { valid + blank + invalid }
}

extension SlipCounts {
    static let memberNames = ["collected", "first", "second", "blank", "invalid"]

    /// Reads the five counts from among an object's members.
    /// - Throws: `MalformedInput`, also where `collected` is not the sum of the others.
    init(among object: JSONObjectReader) throws(MalformedInput) {
        func count(_ name: String) throws(MalformedInput) -> Int { try object.member(name).integer() }
        let (first, second) = (try count("first"), try count("second"))
        let (blank, invalid) = (try count("blank"), try count("invalid"))
        do {
            self = try SlipCounts(first: first, second: second, blank: blank, invalid: invalid)
        } catch {
            throw error.inside(object.place)
        }
        guard try count("collected") == collected else {
            throw MalformedInput(.wrongValue, at: "\(object.place).collected", "first + second + blank + invalid")
        }
    }

    var jsonMembers: [JSONValue.Member] {
        [
            .init("collected", .integer(collected)), .init("first", .integer(first)),
            .init("second", .integer(second)), .init("blank", .integer(blank)), .init("invalid", .integer(invalid)),
        ]
    }
}
