/// The little of DER (X.690) that token keys need to be written.
enum DERWriter {
    /// Tag, length in its shortest form, content.
    static func element(_ tag: DERTag, _ content: [UInt8]) -> [UInt8] {
        [tag.rawValue] + length(content.count) + content
    }

    /// A positive INTEGER from its big-endian bytes.
    static func element(positive magnitude: [UInt8]) -> [UInt8] {
        let digits = Array(magnitude.drop { $0 == 0 })
        let needsSign = digits.first.map { $0 >= 0x80 } ?? true
        return element(.integer, needsSign ? [0] + digits : digits)
    }

    private static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else { return [UInt8(count)] }
        var octets: [UInt8] = []
        var rest = count
        while rest > 0 {
            octets.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(octets.count)] + octets
    }
}
