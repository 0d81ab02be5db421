public import CocktailDKG
import OpenSSLKit
import StrictEncoding

/// `board-transcript.bin`: how a board of several made its key, signed by all members, which anybody can check.
///
///     u32 length || T || n signatures (65 each)
///
/// A value was checked in all that needs no manifest: the ciphersuite, every proof of possession, every signature.
public struct BoardTranscript: Sendable, Hashable {
    /// The largest that is looked at: nine members with a threshold of nine need 5 KiB.
    public static let maximumByteCount = 1 << 14

    public let bytes: [UInt8]
    public let certificate: SuccessCertificate

    /// The board's key, and each member's verification share.
    public let keys: GroupKeys

    /// H(T), which the manifest names.
    public var hash: [UInt8] { Hash.digest(certificate.transcript.bytes) }

    /// - Throws: `MalformedInput`; `DKGFault` naming whose proof or signature does not hold; `DKGSetupError`;
    ///   `DegenerateKey`; `OpenSSLError`.
    public init(_ bytes: [UInt8]) throws {
        guard bytes.count <= Self.maximumByteCount else { throw MalformedInput(.tooLarge, at: "board-transcript") }
        var reader = ByteReader(bytes, of: "board-transcript")
        let transcript = try Transcript(reader.take(Int(reader.integer(UInt32.self))))
        var signatures: [SchnorrSignature] = []
        for _ in 0..<transcript.session.participantCount {
            signatures.append(try SchnorrSignature(reader.take(SchnorrSignature.byteCount)))
        }
        try reader.finish()
        try self.init(SuccessCertificate(transcript: transcript, signatures: signatures))
    }

    /// - Throws: as `init(_:)`.
    public init(_ certificate: SuccessCertificate) throws {
        let transcript = certificate.transcript.bytes
        bytes =
            [UInt8](bigEndian: UInt32(transcript.count)) + transcript + certificate.signatures.flatMap(\.bytes)
        self.certificate = certificate
        keys = try certificate.verified()
    }

    /// What of a manifest's board this is not the transcript of; nil where it is.
    public func contradiction(with board: CountingBoard) -> Contradiction? {
        let session = certificate.transcript.session
        guard session.participantCount == board.members.count else { return .memberCount }
        guard session.threshold == board.threshold else { return .threshold }
        guard session.staticKeys.map(\.x962) == board.members.map({ $0.dkgKey?.bytes }) else { return .dkgKeys }
        guard keys.groupKey.x962 == board.publicKey.bytes else { return .publicKey }
        return hash == board.transcript ? nil : .hash
    }

    /// What a transcript and a manifest say differently.
    public enum Contradiction: String, Sendable {
        case memberCount = "member-count"
        case threshold
        case dkgKeys = "dkg-keys"
        case publicKey = "public-key"
        case hash
    }
}
