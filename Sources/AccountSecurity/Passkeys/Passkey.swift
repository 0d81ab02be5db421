import Crypto
import StrictEncoding

/// A public key credential as it is kept (WebAuthn level 2): ES256 alone.
public struct Passkey: Hashable, Sendable {
    /// COSE's number for ECDSA on P-256 with SHA-256.
    public static let algorithm = -7

    /// The authenticator's name for it.
    public let id: [UInt8]

    /// X9.63, uncompressed: 65 bytes.
    public let publicKey: [UInt8]

    /// What the authenticator counted at the last signature; 0 for one that does not count.
    public var counter: UInt32

    public init(id: [UInt8], publicKey: [UInt8], counter: UInt32) {
        self.id = id
        self.publicKey = publicKey
        self.counter = counter
    }

    func verify(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        guard let key = try? P256.Signing.PublicKey(x963Representation: publicKey),
            let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature)
        else { return false }
        return key.isValidSignature(signature, for: message)
    }

    /// Reads a COSE_Key (RFC 9053 section 7.1.1): kty, alg, crv, x and y and nothing else, as WebAuthn 6.5.1.1 has it.
    /// - Throws: `MalformedInput`, also for a point that is not on the curve.
    static func x963(ofCOSE key: CBORValue) throws(MalformedInput) -> [UInt8] {
        guard case .map(let members) = key, members.count == 5,
            members[.integer(1)] == .integer(2), members[.integer(3)] == .integer(algorithm),
            members[.integer(-1)] == .integer(1),
            case .bytes(let x) = members[.integer(-2)], x.count == 32,
            case .bytes(let y) = members[.integer(-3)], y.count == 32
        else { throw MalformedInput(.wrongValue, at: "credential public key", "ES256 on P-256") }
        let point = [0x04] + x + y
        guard (try? P256.Signing.PublicKey(x963Representation: point)) != nil else {
            throw MalformedInput(.wrongValue, at: "credential public key", "a point of P-256")
        }
        return point
    }
}
