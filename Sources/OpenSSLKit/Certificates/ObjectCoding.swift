import COpenSSL

/// Reading and writing DER through OpenSSL's `d2i` and `i2d` functions, strictly.
enum ObjectCoding {
    typealias Read = (_ cursor: UnsafeMutablePointer<UnsafePointer<UInt8>?>, _ count: Int) -> OpaquePointer?
    typealias Write = (_ cursor: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> CInt

    enum Fault: String, Error {
        case notDER = "not DER"
        case trailingBytes = "trailing bytes"
    }

    /// Reads one object that takes up all of `bytes`.
    static func decode(
        _ bytes: [UInt8], freedBy free: @escaping Owned.Free, _ read: Read
    ) throws(Fault) -> Owned {
        let (object, end) = unsafe bytes.withUnsafeBytes { unsafe Self.read($0, read) }
        return try unsafe take(object, freedBy: free, isWhole: end == bytes.count)
    }

    /// The same, for bytes that hold a private key.
    static func decode(
        _ bytes: SecretBytes, freedBy free: @escaping Owned.Free, _ read: Read
    ) throws(Fault) -> Owned {
        let (object, end) = unsafe bytes.withUnsafeBytes { unsafe Self.read($0, read) }
        return try unsafe take(object, freedBy: free, isWhole: end == bytes.count)
    }

    /// The encoding that `write` gives.
    static func encode(_ operation: String, _ write: Write) throws(OpenSSLError) -> [UInt8] {
        let count = try unsafe length(operation, write)
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            var cursor = buffer.baseAddress
            written = unsafe Int(max(0, write(&cursor)))
        }
    }

    /// The same, for an encoding that holds a private key.
    static func encodeSecret(_ operation: String, _ write: Write) throws(OpenSSLError) -> SecretBytes {
        let count = try unsafe length(operation, write)
        return unsafe SecretBytes(count: count) { buffer in
            var cursor = unsafe buffer.bindMemory(to: UInt8.self).baseAddress
            _ = unsafe write(&cursor)
        }
    }

    /// What was read, and how many bytes that took.
    private static func read(_ bytes: UnsafeRawBufferPointer, _ read: Read) -> (OpaquePointer?, Int) {
        ERR_clear_error()
        defer { ERR_clear_error() }
        guard let start = unsafe bytes.bindMemory(to: UInt8.self).baseAddress else { return (nil, 0) }
        var cursor: UnsafePointer<UInt8>? = unsafe start
        let object = unsafe read(&cursor, bytes.count)
        return unsafe (object, cursor.map { unsafe $0 - start } ?? 0)
    }

    private static func take(
        _ object: OpaquePointer?, freedBy free: @escaping Owned.Free, isWhole: Bool
    ) throws(Fault) -> Owned {
        guard let object = unsafe Owned(object, freedBy: free) else { throw .notDER }
        guard isWhole else { throw .trailingBytes }
        return object
    }

    private static func length(_ operation: String, _ write: Write) throws(OpenSSLError) -> Int {
        ERR_clear_error()
        let count = write(nil)
        guard count > 0 else { throw .drained(operation) }
        return Int(count)
    }
}

/// The bytes of ASN.1 strings.
enum ASN1Bytes {
    static func copy(_ string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
        let count = unsafe max(0, Int(ASN1_STRING_length(string)))
        guard let start = unsafe ASN1_STRING_get0_data(string) else { return [] }
        return unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
    }
}
