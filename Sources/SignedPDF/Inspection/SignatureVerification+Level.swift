import OpenSSLKit

/// Baseline levels (ETSI EN 319 142-1, clause 6.3), each resting on the one below it.
extension SignatureVerification {
    /// Tells each signature's level, by what came after it.
    func level(_ signatures: inout [PDFSignature]) throws(PDFError) {
        var (isStamped, isKept) = (false, false)
        for index in signatures.indices.reversed() {
            if signatures[index].documentTimestamp != nil, signatures[index].isIntact {
                isStamped = true
                if !isKept { isKept = try hasRevocationData(before: claims[index]) }
            } else {
                signatures[index].level = level(signatures[index], isStamped: isStamped, isKept: isKept)
            }
        }
    }

    /// - Parameters:
    ///   - isStamped: whether a time stamp over the document follows.
    ///   - isKept: whether one follows that is over what revocation is known by, too.
    private func level(_ signature: PDFSignature, isStamped: Bool, isKept: Bool) -> PAdESLevel? {
        guard signature.format == .cades, case .inspected(let cms) = signature.cms, cms.isIntact else { return nil }
        let hasOwn = if case .success = cms.timestamp { true } else { false }
        guard hasOwn || isStamped else { return .baselineB }
        guard !validationData.revocationLists.isEmpty || !validationData.statusResponses.isEmpty else {
            return .baselineT
        }
        return isKept ? .baselineLTA : .baselineLT
    }

    private func hasRevocationData(before claim: SignatureClaim) throws(PDFError) -> Bool {
        let store = try SecurityStore(
            history.catalog(after: claim.revision), in: history.document(after: claim.revision))
        for key in ["CRLs", "OCSPs"] where try !store.items(key).isEmpty { return true }
        return false
    }
}

/// Baseline levels (ETSI EN 319 142-1, clause 6), as far as the file itself shows.
public enum PAdESLevel: String, Sendable, Hashable, CaseIterable {
    case baselineB = "B-B"
    /// With a time stamp over the signature, or over the document with the signature in it.
    case baselineT = "B-T"
    /// And with certificates and revocation data to verify it by.
    case baselineLT = "B-LT"
    /// And with a time stamp over all of that.
    case baselineLTA = "B-LTA"
}
