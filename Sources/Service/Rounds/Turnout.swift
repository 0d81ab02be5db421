import StrictEncoding

/// How many are summoned, here, equipped; how many slips lie in the box, over all contests.
struct Turnout: Hashable, Sendable {
    let summoned: Int
    let present: Int
    let issued: Int
    let slips: Int

    var json: JSONValue {
        [
            "summoned": .integer(summoned), "present": .integer(present), "issued": .integer(issued),
            "slips": .integer(slips),
        ]
    }

    init(summoned: Int, present: Int, issued: Int, slips: Int) {
        self.summoned = summoned
        self.present = present
        self.issued = issued
        self.slips = slips
    }

    /// - Throws: `MalformedInput`.
    init(stored bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "turnout", limit: 4 << 10)
        let object = try reader.object(["summoned", "present", "issued", "slips"])
        summoned = try object.member("summoned").integer()
        present = try object.member("present").integer()
        issued = try object.member("issued").integer()
        slips = try object.member("slips").integer()
    }
}
