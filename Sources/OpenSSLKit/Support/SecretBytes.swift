import COpenSSL

/// Bytes that are wiped when the last owner lets go of them.
///
/// The one copy lives outside Swift's arrays, which may be copied when they grow and are never wiped.
@safe public final class SecretBytes: @unchecked Sendable {
    // Written only while the object is made; read-only afterwards, hence safe to share.
    private let storage: UnsafeMutableRawBufferPointer

    public var count: Int { unsafe storage.count }

    /// Makes `count` bytes by letting `fill` write all of them.
    public init<Failure>(
        count: Int, fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        unsafe storage = .allocate(byteCount: count, alignment: 1)
        unsafe storage.initializeMemory(as: UInt8.self, repeating: 0)
        try unsafe fill(storage)
    }

    /// Copies `bytes`; the caller's copy stays the caller's to wipe.
    public convenience init(copying bytes: some Collection<UInt8>) {
        unsafe self.init(count: bytes.count) { buffer in unsafe buffer.copyBytes(from: bytes) }
    }

    /// The parts one after another.
    public convenience init(joining parts: [SecretBytes]) {
        unsafe self.init(count: parts.map(\.count).reduce(0, +)) { buffer in
            var offset = 0
            for part in parts {
                unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[offset...]).copyMemory(
                    from: UnsafeRawBufferPointer(part.storage))
                offset += part.count
            }
        }
    }

    /// `range` of these bytes.
    public subscript(range: Range<Int>) -> SecretBytes {
        unsafe withUnsafeBytes { bytes in unsafe SecretBytes(copying: UnsafeRawBufferPointer(rebasing: bytes[range])) }
    }

    /// Fresh bytes of OpenSSL's generator for private values.
    /// - Throws: `OpenSSLError` if the generator is not seeded.
    public convenience init(random count: Int) throws(OpenSSLError) {
        try unsafe self.init(count: count) { buffer throws(OpenSSLError) in
            try require("random bytes") {
                unsafe RAND_priv_bytes(buffer.bindMemory(to: UInt8.self).baseAddress, CInt(buffer.count))
            }
        }
    }

    deinit {
        unsafe OPENSSL_cleanse(storage.baseAddress, storage.count)
        unsafe storage.deallocate()
    }

    /// Lends the bytes for the length of `body`; they must not outlive it.
    public func withUnsafeBytes<Result, Failure>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeRawBufferPointer(storage))
    }

    /// An ordinary copy, for handing to an interface that takes arrays.
    public var unwipedCopy: [UInt8] { unsafe withUnsafeBytes { unsafe [UInt8]($0) } }

    /// Compared without telling by the time it takes where two values differ.
    public func isEqual(to other: SecretBytes) -> Bool {
        guard count == other.count else { return false }
        return unsafe CRYPTO_memcmp(storage.baseAddress, other.storage.baseAddress, count) == 0
    }
}
