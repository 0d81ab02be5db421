import COpenSSL

/// One block of PEM text (RFC 7468): `-----BEGIN label-----`, base64, `-----END label-----`.
///
/// The payload is kept as a secret, since it may be a private key.
struct PEMBlock: Sendable {
    let label: String
    let payload: SecretBytes

    init(_ label: String, _ payload: SecretBytes) {
        self.label = label
        self.payload = payload
    }

    /// All blocks of `text`, in order; what stands between them is skipped, as RFC 7468 section 2 has it.
    /// - Throws: `CredentialError.malformed` at the first damaged block.
    static func all(in text: UnsafeRawBufferPointer) throws -> [PEMBlock] {
        let stream = try MemoryBIO()
        try unsafe stream.write(text)
        var blocks: [PEMBlock] = []
        while let block = try next(in: stream) { blocks.append(block) }
        return blocks
    }

    private static func next(in stream: borrowing MemoryBIO) throws(CredentialError) -> PEMBlock? {
        var label: UnsafeMutablePointer<CChar>?
        var header: UnsafeMutablePointer<CChar>?
        var payload: UnsafeMutablePointer<UInt8>?
        var count = 0
        ERR_clear_error()
        defer { ERR_clear_error() }
        guard unsafe PEM_read_bio(stream.pointer, &label, &header, &payload, &count) == 1 else {
            guard ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE else {
                throw .malformed("PEM block: damaged")
            }
            return nil
        }
        defer {
            unsafe CRYPTO_free(label, #file, CInt(#line))
            unsafe CRYPTO_free(header, #file, CInt(#line))
            unsafe CRYPTO_clear_free(payload, count, #file, CInt(#line))
        }
        guard let label = unsafe label, let payload = unsafe payload else { return nil }
        let bytes = unsafe UnsafeBufferPointer(start: payload, count: count)
        return unsafe PEMBlock(String(cString: label), SecretBytes(copying: bytes))
    }

    /// The block as text, in a stream that is wiped with it.
    func encoded() throws(OpenSSLError) -> MemoryBIO {
        let stream = try MemoryBIO()
        try require("writing PEM") {
            unsafe payload.withUnsafeBytes { bytes in
                let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress
                return unsafe PEM_write_bio(stream.pointer, label, "", start, bytes.count) > 0 ? 1 : 0
            }
        }
        return stream
    }
}
