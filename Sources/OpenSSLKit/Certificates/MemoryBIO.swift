import COpenSSL

/// A stream in memory, wiped when it is freed, whatever it held.
@safe struct MemoryBIO: ~Copyable {
    private let handle: Owned

    var pointer: OpaquePointer { unsafe handle.pointer }

    init() throws(OpenSSLError) {
        handle = try unsafe Owned("memory stream", freedBy: { unsafe BIO_free_all($0) }) {
            unsafe BIO_new(BIO_s_secmem())
        }
    }

    /// A stream to be read.
    static func holding(_ bytes: [UInt8]) throws -> MemoryBIO {
        let stream = try MemoryBIO()
        try unsafe bytes.withUnsafeBytes { try unsafe stream.write($0) }
        return stream
    }

    /// - Throws: `OpenSSLError`, where `bytes` are 2 GiB or more, too.
    func write(_ bytes: UnsafeRawBufferPointer) throws(OpenSSLError) {
        guard unsafe !bytes.isEmpty else { return }
        try require("writing to memory") {
            guard let count = CInt(exactly: bytes.count) else { return 0 }
            return unsafe BIO_write(pointer, bytes.baseAddress, count) == count ? 1 : 0
        }
    }

    /// Lends what has been written and not yet read.
    func withContents<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        var start: UnsafeMutableRawPointer?
        let count = unsafe BIO_ctrl(pointer, BIO_CTRL_INFO, 0, &start)
        return try unsafe body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : max(0, count)))
    }

    var contents: [UInt8] { unsafe withContents { unsafe [UInt8]($0) } }
}
