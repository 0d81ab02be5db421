public import StrictEncoding

/// A member's word which msg1 it will show, before it sees anybody else's.
public struct SignedCommitment: Sendable, Hashable {
    /// The member's place, from 0.
    public let member: Int

    /// commit_i, 32 bytes.
    public let commitment: [UInt8]
    public let signature: [UInt8]

    /// - Throws: an error of the cryptographic library.
    init(to message: [UInt8], by member: Int, in ceremony: BoardCeremony, signedBy key: SigningKey) throws {
        commitment = ceremony.commitment(to: message, of: member)
        signature = try key.sign(ceremony.committedMessage(commitment, by: member))
        self.member = member
    }

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["member", "commitment", "signature"])
        member = try object.member("member").integer(in: 0...BoardCeremony.memberCounts.upperBound - 1)
        commitment = try object.member("commitment").bytes(Hash.byteCount)
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue {
        ["member": .integer(member), "commitment": .bytes(commitment), "signature": .bytes(signature)]
    }

    public func isValid(in ceremony: BoardCeremony) -> Bool {
        ceremony.members.indices.contains(member)
            && ceremony.isSigned(ceremony.committedMessage(commitment, by: member), by: member, signature)
    }
}

/// A member's msg1, whole, which it shows when all commitments are there.
public struct SignedFirstMessage: Sendable, Hashable {
    /// Longer than any msg1 of nine members.
    private static let maximumByteCount = 1 << 12

    /// The member's place, from 0.
    public let member: Int
    public let message: [UInt8]
    public let signature: [UInt8]

    /// - Throws: an error of the cryptographic library.
    init(_ message: [UInt8], by member: Int, in ceremony: BoardCeremony, signedBy key: SigningKey) throws {
        (self.member, self.message) = (member, message)
        signature = try key.sign(ceremony.msg1Message(message, by: member))
    }

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["member", "message", "signature"])
        member = try object.member("member").integer(in: 0...BoardCeremony.memberCounts.upperBound - 1)
        let reader = try object.member("message")
        message = try reader.bytes()
        guard message.count <= Self.maximumByteCount else { throw MalformedInput(.tooLarge, at: reader.place) }
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue {
        ["member": .integer(member), "message": .bytes(message), "signature": .bytes(signature)]
    }

    public func isValid(in ceremony: BoardCeremony) -> Bool {
        ceremony.members.indices.contains(member)
            && ceremony.isSigned(ceremony.msg1Message(message, by: member), by: member, signature)
    }

    /// Whether it is the message that its member committed to.
    public func fits(_ commitment: SignedCommitment, in ceremony: BoardCeremony) -> Bool {
        commitment.member == member && commitment.commitment == ceremony.commitment(to: message, of: member)
    }
}
