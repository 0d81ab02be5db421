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
