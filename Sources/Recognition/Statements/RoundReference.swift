public import StrictEncoding

/// The ballot that a decision follows from: its manifest and its sealed boxes.
public struct RoundReference: Hashable, Sendable {
    /// 32 bytes.
    public let roundID: [UInt8]

    /// 32 bytes.
    public let boxRoot: [UInt8]

    /// - Throws: `MalformedInput` for a digest that is not 32 bytes.
    public init(roundID: [UInt8], boxRoot: [UInt8]) throws(MalformedInput) {
        guard roundID.count == 32 else { throw MalformedInput(.wrongLength, at: "roundID", "32 bytes") }
        guard boxRoot.count == 32 else { throw MalformedInput(.wrongLength, at: "boxRoot", "32 bytes") }
        self.roundID = roundID
        self.boxRoot = boxRoot
    }
}

extension RoundReference {
    /// Reads `{"roundID", "boxRoot"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["roundID", "boxRoot"])
        roundID = try object.member("roundID").bytes(32)
        boxRoot = try object.member("boxRoot").bytes(32)
    }

    public var json: JSONValue { ["roundID": .bytes(roundID), "boxRoot": .bytes(boxRoot)] }
}
