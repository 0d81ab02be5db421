import Crypto
public import OpenSSLKit

/// The key of one installation, under which every secret at rest is wrapped.
///
/// A wrapped secret is version (1) || nonce (12) || ciphertext || tag (16), by AES-256-GCM under an HKDF subkey
/// (RFC 5869); its purpose is associated data, so one secret cannot be put in another's place.
public struct MasterKey: Sendable {
    /// Bytes of the key, and of its file.
    public static let count = 32

    private static let version: UInt8 = 1
    private let wrapping: Wrapping

    init(_ secret: SecretBytes) {
        wrapping = Wrapping(secret.symmetricKey, use: "phieukin storage wrap")
    }

    /// - Parameter purpose: what the secret is for; `unwrap` must be given the same.
    public func wrap(_ secret: SecretBytes, purpose: String) throws -> [UInt8] {
        let wrapped = try secret.withUnsafeBytes { try wrapping.wrap($0, context: Array(purpose.utf8)) }
        return [Self.version] + wrapped
    }

    /// - Throws: `StorageError`: `wrongKey` if it was wrapped by another key or for another purpose, or is damaged.
    public func unwrap(_ wrapped: [UInt8], purpose: String) throws(StorageError) -> SecretBytes {
        guard wrapped.first == Self.version,
            var plain = wrapping.unwrap(Array(wrapped.dropFirst()), context: Array(purpose.utf8))
        else {
            throw StorageError(.wrongKey, "\(purpose): not wrapped by this master key: use the key it was made with")
        }
        return SecretBytes(taking: &plain)
    }
}
