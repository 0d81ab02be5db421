public import StrictEncoding

/// A board member's signature, by the member's own key; each kind says over what.
public protocol MemberSignature: Sendable, Hashable {
    /// The member's place in the manifest's list, from 0.
    var member: Int { get }
    var signature: [UInt8] { get }

    init(member: Int, signature: [UInt8])
}

extension MemberSignature {
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["member", "signature"])
        self.init(
            member: try object.member("member").integer(in: 0...Int(UInt16.max)),
            signature: try object.member("signature").bytes(SigningKey.signatureByteCount))
    }

    public var json: JSONValue { ["member": .integer(member), "signature": .bytes(signature)] }
}

/// A board member's word that the manifest names the board's keys as the members compared them.
public struct FreezeSignature: MemberSignature {
    public let member: Int
    public let signature: [UInt8]

    public init(member: Int, signature: [UInt8]) {
        self.member = member
        self.signature = signature
    }

    /// - Throws: an error of the cryptographic library.
    public init(member: Int, of manifest: Manifest, signedBy key: SigningKey) throws {
        try self.init(member: member, of: manifest.roundID, in: manifest.version, signedBy: key)
    }

    /// - Throws: an error of the cryptographic library.
    public init(
        member: Int, of roundID: RoundID, in version: ProtocolVersion = .current, signedBy key: SigningKey
    ) throws {
        self.init(member: member, signature: try key.sign(Label.freeze.message(version, roundID.bytes)))
    }

    public func isValid(in manifest: Manifest) -> Bool {
        manifest.board.isSigned(manifest.message(.freeze), by: member, signature)
    }
}
