/// A PDF that lacks nothing but the signature's bytes.
///
/// Signing outside the service starts here: the signer is given `signedBytes`, and gives a CMS signature back.
public struct PreparedSignature: Sendable, Hashable {
    /// The whole file, with zeros where the signature goes.
    public let file: [UInt8]

    /// Where the signature goes: from its `<` to behind its `>`.
    public let gap: Range<Int>

    init(file: [UInt8], gap: Range<Int>) { (self.file, self.gap) = (file, gap) }

    /// `[0 a b c]`: two stretches, by offset and length.
    public var byteRange: [Int] { [0, gap.lowerBound, gap.upperBound, file.count - gap.upperBound] }

    /// What is to be signed: all of the file but the gap.
    public var signedBytes: [UInt8] { Array(file[..<gap.lowerBound]) + file[gap.upperBound...] }

    /// The longest signature that fits, in bytes.
    public var capacity: Int { (gap.count - 2) / 2 }
}
