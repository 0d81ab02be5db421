public import Recognition
public import StrictEncoding

/// `tally.json`: what each box held.
public struct TallyDocument: Sendable {
    public let tallies: [ContestTally]

    public init(_ tallies: [ContestTally]) { self.tallies = tallies }

    /// - Throws: `MalformedInput` if it is of another round or does not name each contest once, in order.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "tally", limit: Manifest.maximumByteCount)
        let object = try reader.object(["roundID", "contests"])
        let roundID = try object.member("roundID")
        guard try roundID.bytes() == manifest.roundID.bytes else { throw roundID.wrongValue("another round's") }
        let contests = try object.member("contests")
        tallies = try contests.array().map { reader throws(MalformedInput) in try ContestTally(reading: reader) }
        guard tallies.map(\.contest) == Array(manifest.contests.indices) else {
            throw contests.wrongValue("each contest once, in order")
        }
    }

    public func bytes(of manifest: Manifest) -> [UInt8] {
        let value: JSONValue = [
            "roundID": .bytes(manifest.roundID.bytes), "contests": .array(tallies.map(\.json)),
        ]
        return value.encoded(indented: true)
    }
}
