import BallotTokens
import Crypto
import Foundation

/// The slip check: what the server makes before it accepts a slip, and the auditor again for each slip in the box.
///
/// Safe to share between threads; one check costs an RSA verification and a P-256 verification.
public struct SlipCheck: Sendable {
    private let version: ProtocolVersion

    /// What stands before a slip's body where it is signed.
    private let castMessageStart: [UInt8]
    private let contests: [ContestCheck]

    /// - Throws: `OpenSSLError`.
    public init(_ manifest: Manifest) throws {
        version = manifest.version
        castMessageStart = manifest.message(.cast)
        contests = try manifest.contests.map(ContestCheck.init)
    }

    /// - Returns: the slip, all of whose checks hold.
    /// - Throws: `SlipFault`, the first check that fails.
    public func checked(_ bytes: [UInt8]) throws(SlipFault) -> Slip {
        let slip = try Slip(bytes)
        guard slip.version == version else { throw .version }
        guard slip.contest < contests.count else { throw .contest }
        // Points first: what follows hashes and signs under them.
        guard let oneTimeKey = try? VerifyingKey(slip.oneTimeKey), Self.isPoint(slip.encapsulatedKey) else {
            throw .point
        }
        guard contests[slip.contest].accepts(slip) else { throw .token }
        guard LowS.holds(for: slip.signature),
            oneTimeKey.isValid(slip.signature, over: castMessageStart + bytes[..<Slip.bodyByteCount])
        else { throw .signature }
        return slip
    }

    private static func isPoint(_ bytes: [UInt8]) -> Bool {
        bytes[0] == 0x04 && (try? P256.KeyAgreement.PublicKey(x963Representation: bytes)) != nil
    }
}

/// The part of the slip check that belongs to one contest: its token key, and all that a token input says of it.
struct ContestCheck: Sendable {
    private let contest: Contest
    private let verifier: TokenVerifier

    init(_ contest: Contest) throws {
        self.contest = contest
        verifier = try TokenVerifier(key: contest.tokenKey, challenge: contest.challenge)
    }

    func accepts(_ slip: Slip) -> Bool {
        (try? verifier.verify(
            nonce: contest.nonce(for: slip.oneTimeKey), authenticator: slip.authenticator)) == true
    }
}

/// The first check of the slip check that failed, in the order in which they are made.
public enum SlipFault: String, Error, Sendable, CaseIterable, CustomStringConvertible {
    case length, version, contest, point, token, signature

    public var description: String {
        switch self {
        case .length: "the slip is not 473 bytes long"
        case .version: "the slip is not of the round's version"
        case .contest: "the round has no such contest"
        case .point: "a key in the slip is not an uncompressed point of P-256"
        case .token: "the token is not one of this contest for this key"
        case .signature: "the signature does not hold"
        }
    }
}
