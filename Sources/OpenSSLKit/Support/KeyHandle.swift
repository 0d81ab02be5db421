import COpenSSL

/// The one owner of an `EVP_PKEY`.
///
/// OpenSSL lets many threads use one key, each through a context of its own.
@safe final class KeyHandle: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes over the reference that `call` answers.
    init(_ operation: String, taking call: () -> OpaquePointer?) throws(OpenSSLError) {
        unsafe pointer = try obtain(operation) { unsafe call() }
    }

    deinit { unsafe EVP_PKEY_free(pointer) }
}

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
