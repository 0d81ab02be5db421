public import StrictEncoding

/// `board.json`: the members' freeze signatures, and the transcript of the key where the board is of several.
public struct BoardDocument: Sendable {
    public let freeze: [FreezeSignature]

    public init(freeze: [FreezeSignature]) { self.freeze = freeze }

    /// - Throws: `MalformedInput`; a board of several, whose transcript this version cannot check, is one of them.
    public init(_ bytes: [UInt8]) throws(MalformedInput) {
        let reader = try JSONReader(parsing: bytes, as: "board", limit: 1 << 20)
        freeze = try reader.object(["freeze"]).member("freeze").array().map { reader throws(MalformedInput) in
            try FreezeSignature(reading: reader)
        }
    }

    public var bytes: [UInt8] {
        let value: JSONValue = ["freeze": .array(freeze.map(\.json))]
        return value.encoded(indented: true)
    }

    /// Whether every member of the board signed, once.
    public func isComplete(in manifest: Manifest) -> Bool {
        freeze.count == manifest.board.members.count
            && Set(freeze.map(\.member)).count == freeze.count
            && freeze.allSatisfy { $0.isValid(in: manifest) }
    }
}
