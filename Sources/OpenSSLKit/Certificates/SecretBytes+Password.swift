extension SecretBytes {
    /// Lends the bytes as OpenSSL takes passwords whose length is told.
    func withPassphrase<Result>(_ body: (UnsafePointer<CChar>?, CInt) throws -> Result) rethrows -> Result {
        try unsafe withUnsafeBytes { bytes in
            try unsafe body(bytes.bindMemory(to: CChar.self).baseAddress, CInt(clamping: bytes.count))
        }
    }

    /// The bytes with a zero after them, for calls that take no length.
    /// - Throws: `CredentialError.malformed` if there is a zero among them.
    func zeroTerminated() throws(CredentialError) -> SecretBytes {
        guard unsafe withUnsafeBytes({ unsafe !$0.contains(0) }) else {
            throw .malformed("password: holds a zero byte")
        }
        return unsafe SecretBytes(count: count + 1) { buffer in
            unsafe withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
        }
    }
}
