import CocktailDKG
import OpenSSLKit
public import StrictEncoding

/// What a member publishes who cannot use its share from another: its private dkgKey, with which anybody opens that
/// share and sees who is at fault. The attempt is over by it, and the key worth nothing more.
public struct Accusation: Sendable, Hashable {
    /// The accuser's place, from 0.
    public let member: Int

    /// The accused's place, from 0.
    public let accused: Int

    /// The accuser's private dkgKey, 32 bytes.
    public let dkgKey: [UInt8]
    public let signature: [UInt8]

    /// - Throws: an error of the cryptographic library.
    init(
        of accused: Int, by member: Int, publishing dkgKey: P256Scalar, in ceremony: BoardCeremony,
        signedBy key: SigningKey
    ) throws {
        self.dkgKey = dkgKey.bytes.unwipedCopy
        signature = try key.sign(ceremony.accusedMessage(accused, by: member, publishing: self.dkgKey))
        (self.member, self.accused) = (member, accused)
    }

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["member", "accused", "dkgKey", "signature"])
        let places = 0...BoardCeremony.memberCounts.upperBound - 1
        member = try object.member("member").integer(in: places)
        accused = try object.member("accused").integer(in: places)
        dkgKey = try object.member("dkgKey").bytes(Ciphersuite.scalarByteCount)
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue {
        [
            "member": .integer(member), "accused": .integer(accused), "dkgKey": .bytes(dkgKey),
            "signature": .bytes(signature),
        ]
    }

    public func isValid(in ceremony: BoardCeremony) -> Bool {
        ceremony.members.indices.contains(member) && ceremony.members.indices.contains(accused)
            && ceremony.isSigned(
                ceremony.accusedMessage(accused, by: member, publishing: dkgKey), by: member, signature)
    }

    /// Whose fault it is: the accused's, or the accuser's if the share was good or the key is not its own.
    /// - Parameter message: the accused's, whose signature holds.
    /// - Throws: `OpenSSLError`.
    func verdict(on message: SignedFirstMessage, in ceremony: BoardCeremony) throws -> DKGFault {
        guard let key = try? P256Scalar(dkgKey) else { return DKGFault(participant: member + 1, .falseAccusation) }
        return try ceremony.session.verdict(
            on: accused + 1, of: message.message, accusedBy: member + 1, publishing: key)
    }
}
