/// The algorithms of signatures made here, in DER (`AlgorithmIdentifier`).
enum AlgorithmIdentifier {
    /// SHA-256, with NULL as its parameters: RFC 5754, section 2, would leave them out, but asks all to accept both,
    /// and older readers only know this form.
    static let sha256: [UInt8] = [
        0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00,
    ]

    /// ECDSA with SHA-256 (RFC 5754, section 3.3).
    private static let ecdsa: [UInt8] = [0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02]

    private static let rsassaPSS: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A]
    private static let mgf1: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x08]

    /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and 32 bytes of salt (RFC 4055, section 3.1).
    private static let pss: [UInt8] = {
        let mask = DERWriter.element(.sequence, mgf1 + sha256)
        let parameters =
            DERWriter.element(.context0, sha256) + DERWriter.element(.context1, mask)
            + DERWriter.element(.context2, [0x02, 0x01, 0x20])
        return DERWriter.element(.sequence, rsassaPSS + DERWriter.element(.sequence, parameters))
    }()

    /// What keys of `kind` sign by.
    static func signature(by kind: KeyKind) -> [UInt8] {
        guard case .rsa = kind else { return ecdsa }
        return pss
    }
}
