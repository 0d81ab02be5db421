import BallotTokens
import StrictEncoding

/// A ballot slip, taken apart but not checked.
///
///     sealed = enc (65) || ciphertext (17)
///     body   = u16 1 || u32 contest || P (65) || authenticator (256) || sealed (82)
///     slip   = body || signature (64)
public struct Slip: Sendable, Hashable {
    public static let byteCount = 473
    static let bodyByteCount = 409
    static let version: UInt16 = 1

    /// The 473 bytes.
    public let bytes: [UInt8]

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
        guard bytes[0] == 0, bytes[1] == 1 else { throw .version }
        self.bytes = bytes
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
        Crockford.grouped(Crockford.encode(Hash.digest(Label.tracking.message(bytes)), count: 16), by: 4)
    }

    static func castMessage(body: [UInt8], in roundID: RoundID) -> [UInt8] {
        Label.cast.message(roundID.bytes, body)
    }
}
