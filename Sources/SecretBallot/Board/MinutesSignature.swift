public import Recognition
public import StrictEncoding

/// A board member's signature under the minutes: their own device opened this sealed box and counted this.
///
/// The minutes of the count as people read and sign them on paper say the same; this is what an outsider can check.
public struct MinutesSignature: Sendable, Hashable {
    /// The member's place in the manifest's list, from 0.
    public let member: Int
    public let signature: [UInt8]

    public init(member: Int, signature: [UInt8]) {
        self.member = member
        self.signature = signature
    }

    /// - Parameter tallies: of all contests, in order.
    /// - Throws: an error of the cryptographic library.
    public init(member: Int, counting tallies: [ContestTally], of seal: Seal, signedBy key: SigningKey) throws {
        self.init(member: member, signature: try key.sign(Self.message(tallies, of: seal)))
    }

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["member", "signature"])
        member = try object.member("member").integer(in: 0...Int(UInt16.max))
        signature = try object.member("signature").bytes(SigningKey.signatureByteCount)
    }

    public var json: JSONValue { ["member": .integer(member), "signature": .bytes(signature)] }

    public func isValid(counting tallies: [ContestTally], of seal: Seal, by board: CountingBoard) -> Bool {
        board.members.indices.contains(member)
            && board.members[member].key.isValid(signature, over: Self.message(tallies, of: seal))
    }

    /// `label("minutes") || H(seal) || u32 first || u32 second || u32 blank || u32 invalid` for each contest.
    private static func message(_ tallies: [ContestTally], of seal: Seal) -> [UInt8] {
        let counts = tallies.map(\.counts).flatMap { [$0.first, $0.second, $0.blank, $0.invalid] }
        return Label.minutes.message(seal.hash, counts.flatMap { [UInt8](bigEndian: UInt32($0)) })
    }
}
