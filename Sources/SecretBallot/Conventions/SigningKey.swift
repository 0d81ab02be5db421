import Crypto
import Foundation
public import StrictEncoding

/// A P-256 private key that makes the protocol's signatures.
public struct SigningKey: Sendable {
    public static let byteCount = 32
    public static let signatureByteCount = 64

    private let key: P256.Signing.PrivateKey

    /// A fresh key.
    public init() { key = P256.Signing.PrivateKey() }

    /// - Throws: `MalformedInput` unless the bytes are a scalar from 1 to n − 1.
    public init(_ scalar: [UInt8]) throws(MalformedInput) {
        guard scalar.count == Self.byteCount, let key = try? P256.Signing.PrivateKey(rawRepresentation: scalar) else {
            throw MalformedInput(.wrongValue, at: "", "a P-256 scalar of 32 bytes")
        }
        self.key = key
    }

    public var publicKey: VerifyingKey { VerifyingKey(key.publicKey) }

    /// The private scalar, 32 bytes: for keeping, never for showing.
    public var scalar: [UInt8] { Array(key.rawRepresentation) }

    /// r || s, with s in its lower half, which slips require and everything else allows.
    /// - Throws: an error of the cryptographic library.
    public func sign(_ message: [UInt8]) throws -> [UInt8] {
        try LowS.normalised(Array(key.signature(for: message).rawRepresentation))
    }
}
