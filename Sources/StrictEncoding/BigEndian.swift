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
