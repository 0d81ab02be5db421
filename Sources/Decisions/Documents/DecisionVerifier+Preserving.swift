import OpenSSLKit
public import SignedPDF

extension DecisionVerifier {
    /// The file with what its time-stamped signatures will be verified by when the authorities no longer answer: their
    /// certificates, and the revocation lists about them (PAdES-B-LT). Unchanged where no such list is at hand, or no
    /// signature has a time stamp.
    /// - Throws: `PDFError`.
    public func preserving(_ pdf: [UInt8]) throws(PDFError) -> [UInt8] {
        let inspection = try PDFInspection.inspect(pdf, sizeLimit: DecisionDocument.maximumSize)
        var certificates: [Certificate] = []
        for case .inspected(let signature)? in inspection.signatures.map(\.cms) {
            guard case .success(let token)? = signature.timestamp else { continue }
            certificates += [signature.signer] + signature.otherCertificates + [token.authority]
            certificates += token.otherCertificates
        }
        let issuers = Set(certificates.map(\.issuer))
        let lists = revocationLists.filter { issuers.contains($0.issuer) }
        guard !lists.isEmpty else { return pdf }
        let data = ValidationData(certificates: certificates.map(\.der).unique, revocationLists: lists.map(\.der))
        return try data.appended(to: pdf, sizeLimit: DecisionDocument.maximumSize)
    }
}

extension [[UInt8]] {
    /// Each once, in order.
    fileprivate var unique: [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return filter { seen.insert($0).inserted }
    }
}
