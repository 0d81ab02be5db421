import COpenSSL

/// The one owner of an `EVP_PKEY_CTX`. Made once and configured, it serves one call after another, on one thread
/// at a time.
@safe final class KeyContext: @unchecked Sendable {
    let pointer: OpaquePointer

    // The context holds a reference of its own in C; this one only says so in Swift.
    private let key: KeyHandle?

    init(for key: KeyHandle) throws(OpenSSLError) {
        unsafe pointer = try obtain("key context") { unsafe EVP_PKEY_CTX_new_from_pkey(nil, key.pointer, nil) }
        self.key = key
    }

    /// A context without a key, to make one of `algorithm`, such as "RSA".
    init(making algorithm: String) throws(OpenSSLError) {
        unsafe pointer = try obtain("key context") { unsafe EVP_PKEY_CTX_new_from_name(nil, algorithm, nil) }
        key = nil
    }

    deinit { unsafe EVP_PKEY_CTX_free(pointer) }
}
