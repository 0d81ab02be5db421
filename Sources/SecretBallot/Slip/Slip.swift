import BallotTokens
import StrictEncoding

/// A ballot slip, taken apart but not checked.
///
///     sealed = enc (65) || ciphertext (17)
///     body   = u16 version || u32 contest || P (65) || authenticator (256) || sealed (82)
///     slip   = body || signature (64)
public struct Slip: Sendable, Hashable {
    public static let byteCount = 473
    static let bodyByteCount = 409

    /// The 473 bytes.
    public let bytes: [UInt8]

    /// Of the protocol; whether it is the round's is for the slip check to say.
    let version: ProtocolVersion

    /// The contest's index; whether the round has it is for the slip check to say.
    public let contest: Int

    let oneTimeKey: [UInt8]
    let authenticator: [UInt8]
    let encapsulatedKey: [UInt8]
    let ciphertext: [UInt8]
    let signature: [UInt8]

    /// - Throws: `SlipFault.length` or `.version`.
    public init(_ bytes: [UInt8]) throws(SlipFault) {
        guard bytes.count == Self.byteCount else { throw .length }
        guard bytes[0] == 0, let version = ProtocolVersion(rawValue: Int(bytes[1])) else { throw .version }
        self.bytes = bytes
        self.version = version
        contest = bytes[2..<6].reduce(0) { $0 << 8 | Int($1) }
        oneTimeKey = Array(bytes[6..<71])
        authenticator = Array(bytes[71..<327])
        encapsulatedKey = Array(bytes[327..<392])
        ciphertext = Array(bytes[392..<409])
        signature = Array(bytes[409..<473])
    }

    /// The slip's name in the box: the hash of its one-time key, so that a key has one slip.
    public var id: [UInt8] { Hash.digest(oneTimeKey) }

    /// What the voter may look for, 16 characters in fours: it shows the vote once the box is open.
    public var trackingCode: String {
        Crockford.grouped(Crockford.encode(Hash.digest(Label.tracking.message(version, bytes)), count: 16), by: 4)
    }
}
