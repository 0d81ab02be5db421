import COpenSSL

/// The one owner of a `BN_CTX`: room for temporary numbers, wiped when let go. One thread at a time.
@safe final class Scratch: @unchecked Sendable {
    let pointer: OpaquePointer

    init() throws(OpenSSLError) {
        unsafe pointer = try obtain("number scratch") { unsafe BN_CTX_new() }
    }

    deinit { unsafe BN_CTX_free(pointer) }
}
