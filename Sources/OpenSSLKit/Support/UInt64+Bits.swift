extension UInt64 {
    /// The places of the bits after the highest that is set, downwards: the order of square and multiply.
    var bitsAfterTheFirst: some Sequence<Int> {
        (0..<Swift.max(bitWidth - leadingZeroBitCount - 1, 0)).reversed()
    }
}
