public import StrictEncoding

/// A board member's share of the key, released with a signature over the sealed box it opens.
///
/// For a board of one the share is the key itself.
public struct BoardShare: Sendable, Hashable {
    /// The member's place in the manifest's list, from 0.
    public let member: Int
    public let share: [UInt8]
    public let signature: [UInt8]

    public init(member: Int, share: [UInt8], signature: [UInt8]) {
        self.member = member
        self.share = share
        self.signature = signature
    }

    /// Releases a share for one sealed box.
    /// - Throws: an error of the cryptographic library.
    public init(member: Int, share: [UInt8], for seal: Seal, signedBy key: SigningKey) throws {
        self.init(member: member, share: share, signature: try key.sign(Self.message(share, for: seal)))
    }

    public static let names = ["member", "share", "signature"]

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        try self.init(among: reader.object(Self.names))
    }

    /// - Parameter object: which has the members named in `names`, and may have others.
    /// - Throws: `MalformedInput`.
    public init(among object: JSONObjectReader) throws(MalformedInput) {
        member = try object.member("member").integer(in: 0...Int(UInt16.max))
        share = try object.member("share").bytes(32)
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue {
        ["member": .integer(member), "share": .bytes(share), "signature": .bytes(signature)]
    }

    func isSigned(for seal: Seal, by board: CountingBoard) -> Bool {
        board.isSigned(Self.message(share, for: seal), by: member, signature)
    }

    private static func message(_ share: [UInt8], for seal: Seal) -> [UInt8] {
        Label.open.message(seal.version, seal.hash, share)
    }
}
