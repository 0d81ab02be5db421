public import StrictEncoding

/// `minutes.json`: the board members' signatures under the count.
public struct MinutesDocument: Sendable {
    public let signatures: [MinutesSignature]

    public init(_ signatures: [MinutesSignature]) { self.signatures = signatures }

    /// - Throws: `MalformedInput`, also where a member signed twice.
    public init(_ bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "minutes", limit: 1 << 20).object(["signatures"])
            .member("signatures")
        signatures = try reader.array().map { reader throws(MalformedInput) in try MinutesSignature(reading: reader) }
        guard Set(signatures.map(\.member)).count == signatures.count else {
            throw reader.wrongValue("each member once")
        }
    }

    public var bytes: [UInt8] {
        let value: JSONValue = ["signatures": .array(signatures.map(\.json))]
        return value.encoded(indented: true)
    }
}
