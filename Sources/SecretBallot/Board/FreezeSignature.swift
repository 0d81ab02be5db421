public import StrictEncoding

/// A board member's word that the manifest names the board's keys as the members compared them.
public struct FreezeSignature: Sendable, Hashable {
    /// The member's place in the manifest's list, from 0.
    public let member: Int
    public let signature: [UInt8]

    public init(member: Int, signature: [UInt8]) {
        self.member = member
        self.signature = signature
    }

    /// - Throws: an error of the cryptographic library.
    public init(member: Int, of roundID: RoundID, signedBy key: SigningKey) throws {
        self.init(member: member, signature: try key.sign(Label.freeze.message(roundID.bytes)))
    }

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["member", "signature"])
        member = try object.member("member").integer(in: 0...Int(UInt16.max))
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue { ["member": .integer(member), "signature": .bytes(signature)] }

    public func isValid(in manifest: Manifest) -> Bool {
        manifest.board.members.indices.contains(member)
            && manifest.board.members[member].key.isValid(
                signature, over: Label.freeze.message(manifest.roundID.bytes))
    }
}
