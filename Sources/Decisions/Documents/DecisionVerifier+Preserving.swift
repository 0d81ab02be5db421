import OpenSSLKit
public import SignedPDF

extension DecisionVerifier {
    /// The file with what its time-stamped signatures will be verified by when the authorities no longer answer: their
    /// certificates, and the revocation lists about them (PAdES-B-LT). Unchanged where no such list is at hand, or no
    /// signature has a time stamp.
    /// - Throws: `PDFError`.
    public func preserving(_ pdf: [UInt8]) throws(PDFError) -> [UInt8] { try preserving(pdf, all: false) }

    /// - Parameter all: signatures without a time stamp, too.
    func preserving(_ pdf: [UInt8], all: Bool) throws(PDFError) -> [UInt8] {
        let inspection = try PDFInspection.inspect(pdf, sizeLimit: DecisionDocument.maximumSize)
        let certificates = inspection.signatures.flatMap { $0.certificates(all: all) }
        let known = inspection.validationData
        let issuers = Set(certificates.map(\.issuer))
        let lists = revocationLists.filter { issuers.contains($0.issuer) && !known.revocationLists.contains($0.der) }
        guard !lists.isEmpty else { return pdf }
        let data = ValidationData(certificates: certificates.map(\.der).unique, revocationLists: lists.map(\.der))
        return try data.appended(to: pdf, sizeLimit: DecisionDocument.maximumSize)
    }
}

extension PDFSignature {
    /// The signer's, its time stamps', and those above them.
    fileprivate func certificates(all: Bool) -> [Certificate] {
        var tokens: [TimestampToken] = []
        if case .success(let token)? = documentTimestamp { tokens.append(token) }
        guard case .inspected(let signature)? = cms else { return tokens.flatMap(\.certificates) }
        if case .success(let token)? = signature.timestamp { tokens.append(token) }
        guard all || !tokens.isEmpty else { return [] }
        return [signature.signer] + signature.otherCertificates + tokens.flatMap(\.certificates)
    }
}

extension TimestampToken {
    fileprivate var certificates: [Certificate] { [authority] + otherCertificates }
}

extension [[UInt8]] {
    /// Each once, in order.
    fileprivate var unique: [[UInt8]] {
        var seen: Set<[UInt8]> = []
        return filter { seen.insert($0).inserted }
    }
}
