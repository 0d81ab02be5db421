/// What the header `Range` asks for (RFC 9110, section 14.1.2): one range of bytes, up to an end or to the last one.
struct ByteRange: Equatable {
    /// From 0, both ends included; nil where the file has none of them.
    let bytes: ClosedRange<Int>?

    /// - Returns: nil where the header is missing or asks for something else, which is then answered with the whole.
    init?(_ header: String?, of size: Int) {
        guard let match = header?.wholeMatch(of: /bytes=([0-9]{1,15})-([0-9]{0,15})/),
            let first = Int(match.output.1)
        else { return nil }
        let last = Int(match.output.2) ?? .max
        guard last >= first else { return nil }
        bytes = first < size ? first...min(last, size - 1) : nil
    }
}
