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
