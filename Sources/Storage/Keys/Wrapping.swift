import Crypto
import FoundationEssentials
import OpenSSLKit

/// AES-256-GCM with random nonces under one subkey: nonce (12) || ciphertext || tag (16).
///
/// The context is associated data: a wrapped value put in another's place does not open.
struct Wrapping: Sendable {
    /// What a value grows by.
    static let overhead = 28

    private let key: SymmetricKey

    init(_ secret: SymmetricKey, use label: String) {
        key = HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: Data(label.utf8), outputByteCount: 32)
    }

    func wrap(_ bytes: some DataProtocol, context: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: context)
        guard let combined = box.combined else { throw StorageError(.malformed, "a value that cannot be wrapped") }
        return Array(combined)
    }

    /// - Returns: nil if `wrapped` was not made by this key for this context.
    func unwrap(_ wrapped: [UInt8], context: [UInt8]) -> Data? {
        guard let box = try? AES.GCM.SealedBox(combined: wrapped) else { return nil }
        return try? AES.GCM.open(box, using: key, authenticating: context)
    }
}

extension SecretBytes {
    /// Takes over `data`, which is wiped.
    convenience init(taking data: inout Data) {
        self.init(copying: data)
        data.resetBytes(in: data.startIndex..<data.endIndex)
    }

    var symmetricKey: SymmetricKey { withUnsafeBytes { SymmetricKey(data: $0) } }
}
