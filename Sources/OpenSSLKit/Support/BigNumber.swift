import COpenSSL

/// The one owner of a `BIGNUM`, wiped when let go. Numbers here are never negative.
///
/// Written to only by the thread that made it, and shared only once it is no longer written to.
@safe final class BigNumber: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Zero.
    init() throws(OpenSSLError) {
        unsafe pointer = try obtain("number") { unsafe BN_new() }
    }

    convenience init(_ bytes: [UInt8]) throws(OpenSSLError) {
        try self.init()
        try assign(bytes)
    }

    convenience init(_ integer: UInt64) throws(OpenSSLError) {
        try self.init()
        try require("number") { unsafe BN_set_word(pointer, UInt(integer)) }
    }

    /// A number that OpenSSL works on in constant time wherever it knows how.
    convenience init(secret: SecretBytes) throws(OpenSSLError) {
        try self.init()
        treatAsSecret()
        try unsafe secret.withUnsafeBytes { buffer throws(OpenSSLError) in try unsafe assign(buffer) }
    }

    deinit { unsafe BN_clear_free(pointer) }

    var bitCount: Int { unsafe Int(BN_num_bits(pointer)) }
    var byteCount: Int { (bitCount + 7) / 8 }
    var isOdd: Bool { unsafe BN_is_odd(pointer) == 1 }
    var isZero: Bool { unsafe BN_is_zero(pointer) == 1 }
    var isOne: Bool { unsafe BN_is_one(pointer) == 1 }

    func isBelow(_ other: BigNumber) -> Bool { unsafe BN_cmp(pointer, other.pointer) < 0 }

    func isEqual(to other: BigNumber) -> Bool { unsafe BN_cmp(pointer, other.pointer) == 0 }

    /// From here on OpenSSL works on the number in constant time wherever it knows how.
    func treatAsSecret() { unsafe BN_set_flags(pointer, BN_FLG_CONSTTIME) }

    /// Replaces the value by that of big-endian bytes.
    func assign(_ bytes: [UInt8]) throws(OpenSSLError) {
        _ = unsafe try obtain("number from bytes") { unsafe BN_bin2bn(bytes, CInt(bytes.count), pointer) }
    }

    private func assign(_ bytes: UnsafeRawBufferPointer) throws(OpenSSLError) {
        let octets = unsafe bytes.assumingMemoryBound(to: UInt8.self)
        _ = unsafe try obtain("number from bytes") { unsafe BN_bin2bn(octets.baseAddress, CInt(octets.count), pointer) }
    }

    /// Big-endian, padded with leading zeros to `count` bytes.
    /// - Throws: `OpenSSLError` if the value needs more.
    func bytes(count: Int) throws(OpenSSLError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let written = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            unsafe BN_bn2binpad(pointer, buffer.baseAddress, CInt(count))
        }
        guard written == CInt(count) else { throw .drained("number to bytes") }
        return bytes
    }

    /// As `bytes(count:)`, straight into memory that is wiped.
    func secretBytes(count: Int) throws(OpenSSLError) -> SecretBytes {
        try unsafe SecretBytes(count: count) { buffer throws(OpenSSLError) in
            let octets = unsafe buffer.assumingMemoryBound(to: UInt8.self)
            let written = unsafe BN_bn2binpad(pointer, octets.baseAddress, CInt(count))
            guard written == CInt(count) else { throw .drained("number to bytes") }
        }
    }
}

/// The one owner of a `BN_CTX`: room for temporary numbers, wiped when let go. One thread at a time.
@safe final class Scratch: @unchecked Sendable {
    let pointer: OpaquePointer

    init() throws(OpenSSLError) {
        unsafe pointer = try obtain("number scratch") { unsafe BN_CTX_new() }
    }

    deinit { unsafe BN_CTX_free(pointer) }
}
