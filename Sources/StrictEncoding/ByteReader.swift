/// Reads a fixed layout from the front; what is left over at the end is an error too.
public struct ByteReader: ~Copyable {
    private let bytes: [UInt8]
    private let place: String
    private var position = 0

    /// - Parameter place: what these bytes are, for the errors ("slip", "token request").
    public init(_ bytes: [UInt8], of place: String) {
        self.bytes = bytes
        self.place = place
    }

    public var remaining: Int { bytes.count - position }

    /// - Throws: `MalformedInput` with reason `wrongLength` if fewer are left.
    public mutating func take(_ count: Int) throws(MalformedInput) -> [UInt8] {
        guard count >= 0, remaining >= count else { throw MalformedInput(.wrongLength, at: place, "truncated") }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    /// A big-endian unsigned integer.
    public mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type = Value.self
    ) throws(MalformedInput) -> Value {
        let octets = try take(Value.bitWidth / 8)
        return octets.reduce(0) { $0 << 8 | Value($1) }
    }

    /// - Throws: `MalformedInput` with reason `trailingBytes` if any byte is left.
    public consuming func finish() throws(MalformedInput) {
        guard remaining == 0 else { throw MalformedInput(.trailingBytes, at: place) }
    }
}

extension Array where Element == UInt8 {
    /// Appends `value` in big-endian order.
    public mutating func append(bigEndian value: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// `value` in big-endian order.
    public init(bigEndian value: some FixedWidthInteger & UnsignedInteger) {
        self = []
        append(bigEndian: value)
    }
}
