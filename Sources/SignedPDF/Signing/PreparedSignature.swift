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

extension PreparedSignature {
    /// The signed file.
    /// - Parameter cms: a detached signature over `signedBytes`, DER.
    /// - Throws: `PDFError.signatureTooLarge`.
    public func attaching(_ cms: [UInt8]) throws(PDFError) -> [UInt8] {
        guard cms.count <= capacity else { throw .signatureTooLarge(needed: cms.count, available: capacity) }
        var digits: [UInt8] = []
        digits.reserveCapacity(cms.count * 2)
        for byte in cms { Hex.write(byte, to: &digits) }
        var signed = file
        let start = gap.lowerBound + 1
        signed.replaceSubrange(start..<start + digits.count, with: digits)
        return signed
    }
}
