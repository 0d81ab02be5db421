import COpenSSL

/// A cipher of OpenSSL's, fetched once: a search by name at each use would cost more than a short message.
@safe final class CipherFunction: @unchecked Sendable {
    static let aes256Blocks = Result { () throws(OpenSSLError) in try CipherFunction("AES-256-ECB") }
    static let aes256GCM = Result { () throws(OpenSSLError) in try CipherFunction("AES-256-GCM") }

    let pointer: OpaquePointer

    private init(_ name: String) throws(OpenSSLError) {
        unsafe pointer = try obtain("fetching \(name)") { unsafe EVP_CIPHER_fetch(nil, name, nil) }
    }

    deinit { unsafe EVP_CIPHER_free(pointer) }
}

/// The one owner of an `EVP_CIPHER_CTX`, wiped when let go: one message under one key.
@safe final class CipherContext {
    enum Direction: CInt {
        case decrypting, encrypting
    }

    private let pointer: OpaquePointer

    /// - Parameter nonce: 12 bytes for GCM, none for single blocks.
    init(
        _ cipher: CipherFunction, _ direction: Direction, key: SecretBytes, nonce: [UInt8] = []
    ) throws(OpenSSLError) {
        unsafe pointer = try obtain("cipher") { unsafe EVP_CIPHER_CTX_new() }
        try unsafe key.withUnsafeBytes { key throws(OpenSSLError) in
            try require("cipher key") {
                unsafe EVP_CipherInit_ex2(
                    pointer, cipher.pointer, key.bindMemory(to: UInt8.self).baseAddress,
                    nonce.isEmpty ? nil : nonce, direction.rawValue, nil)
            }
        }
        _ = unsafe EVP_CIPHER_CTX_set_padding(pointer, 0)
    }

    deinit { unsafe EVP_CIPHER_CTX_free(pointer) }

    /// Data that is authenticated only; before all else.
    func authenticate(_ data: [UInt8]) throws(OpenSSLError) {
        guard !data.isEmpty else { return }
        var written: CInt = 0
        try require("additional data") {
            unsafe EVP_CipherUpdate(pointer, nil, &written, data, CInt(data.count))
        }
    }

    /// What of a plaintext anybody may see. Neither GCM nor whole blocks keep any byte back.
    func process(_ plaintext: SecretBytes) throws(OpenSSLError) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: plaintext.count)
        try unsafe plaintext.withUnsafeBytes { input throws(OpenSSLError) in
            try unsafe process(input.bindMemory(to: UInt8.self).baseAddress, count: input.count, into: &output)
        }
        return output
    }

    /// What bytes that anybody may see become in secret.
    func process(_ input: [UInt8]) throws(OpenSSLError) -> SecretBytes {
        try unsafe SecretBytes(count: input.count) { output throws(OpenSSLError) in
            try unsafe process(input, count: input.count, into: output.bindMemory(to: UInt8.self).baseAddress)
        }
    }

    private func process(
        _ input: UnsafePointer<UInt8>?, count: Int, into output: UnsafeMutablePointer<UInt8>?
    ) throws(OpenSSLError) {
        guard count > 0 else { return }
        var written: CInt = 0
        try require("encryption") { unsafe EVP_CipherUpdate(pointer, output, &written, input, CInt(count)) }
    }

    /// The tag of what was encrypted, 16 bytes.
    func tag() throws(OpenSSLError) -> [UInt8] {
        try require("encryption") { finish() }
        var tag = [UInt8](repeating: 0, count: 16)
        try require("tag") { unsafe EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_GET_TAG, 16, &tag) }
        return tag
    }

    /// Whether what was decrypted bears this tag; until then none of it may be used.
    func isAuthentic(_ tag: [UInt8]) throws(OpenSSLError) -> Bool {
        var tag = tag
        try require("tag") { unsafe EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_SET_TAG, CInt(tag.count), &tag) }
        ERR_clear_error()
        guard finish() == 1 else { return try OpenSSLError.drainedRefusal("decryption") }
        return true
    }

    private func finish() -> CInt {
        var (rest, written): ([UInt8], CInt) = ([UInt8](repeating: 0, count: 16), 0)
        return unsafe EVP_CipherFinal_ex(pointer, &rest, &written)
    }
}
