/// Takes a binary HTTP message apart from the front, each integer in its shortest form only.
struct BinaryReader: ~Copyable {
    private let bytes: [UInt8]
    private var position = 0

    /// - Throws: `BinaryHTTPFault.tooLong`.
    init(_ bytes: [UInt8]) throws(BinaryHTTPFault) {
        guard bytes.count <= BinaryMessage.limit else { throw .tooLong }
        self.bytes = bytes
    }

    var remaining: Int { bytes.count - position }

    /// An integer of variable length (RFC 9000 section 16): two bits say whether it has 1, 2, 4 or 8 bytes.
    mutating func integer() throws(BinaryHTTPFault) -> UInt64 {
        guard let first = rest.first else { throw .truncated }
        let length = 1 << Int(first >> 6)
        let octets = try take(length)
        let value = octets.dropFirst().reduce(UInt64(first & 0x3F)) { $0 << 8 | UInt64($1) }
        guard VariableInteger.byteCount(value) == length else { throw .integer }
        return value
    }

    /// What stands behind its length.
    mutating func string() throws(BinaryHTTPFault) -> [UInt8] {
        let count = try integer()
        guard count <= UInt64(remaining) else { throw .truncated }
        return try take(Int(count))
    }

    /// The rest, which must be zeros.
    consuming func padding() throws(BinaryHTTPFault) {
        guard rest.allSatisfy({ $0 == 0 }) else { throw .padding }
    }

    private var rest: ArraySlice<UInt8> { bytes[position...] }

    private mutating func take(_ count: Int) throws(BinaryHTTPFault) -> [UInt8] {
        guard count <= remaining else { throw .truncated }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }
}

/// Integers of variable length (RFC 9000 section 16), below 2^62.
enum VariableInteger {
    static func byteCount(_ value: UInt64) -> Int {
        switch value {
        case ..<0x40: 1
        case ..<0x4000: 2
        case ..<0x4000_0000: 4
        default: 8
        }
    }
}

extension [UInt8] {
    /// Appends `value`, which is below 2^62, in its shortest form.
    mutating func append(variable value: UInt64) {
        let count = VariableInteger.byteCount(value)
        let marked = value | UInt64(count.trailingZeroBitCount) << (8 * count - 2)
        for place in (0..<count).reversed() { append(UInt8(truncatingIfNeeded: marked >> (8 * place))) }
    }

    /// Appends `bytes` behind their length.
    mutating func append(counted bytes: some Collection<UInt8>) {
        append(variable: UInt64(bytes.count))
        self += bytes
    }
}
