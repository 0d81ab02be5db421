import OpenSSLKit
import SignedPDF

/// Judges whether the signers of one file were to be trusted when they signed.
struct SignatureJudge {
    let verifier: DecisionVerifier
    let document: DecisionDocument

    /// When a register recorded the decision in this file; nil where none is known to have.
    let recordedAt: Int64?
    let now: Int64

    /// One for each signature whose certificate did sign, be it another content.
    var findings: [SignatureFinding] {
        document.inspection.signatures.enumerated().compactMap { place, signature in
            guard case .inspected(let inspected)? = signature.cms, inspected.integrity != .signatureInvalid,
                inspected.binding == .bound
            else { return nil }
            let moment = moment(of: signature, inspected, isFirst: place == 0)
            return SignatureFinding(
                signer: SignerCertificate(inspected.signer), trusted: trust(inspected, at: moment), moment: moment,
                level: signature.level)
        }
    }

    /// The register saw the first signature; a time stamp that holds vouches for itself; a claim for nothing.
    private func moment(of signature: PDFSignature, _ inspected: InspectedSignature, isFirst: Bool) -> SigningMoment? {
        if isFirst, let recordedAt { return .recorded(recordedAt) }
        if case .success(let token)? = inspected.timestamp,
            token.verdict(by: verifier.timestampAnchors).isTrusted
        {
            return .stamped(token.time)
        }
        return (signature.claimedTime ?? inspected.signingTime).map(SigningMoment.claimed)
    }

    private func trust(_ signature: InspectedSignature, at moment: SigningMoment?) -> Answer {
        guard !verifier.anchors.certificates.isEmpty else { return .noAnchors }
        guard let moment else { return .noSigningTime }
        guard !moment.isYetToCome(at: now) else { return .signedInFuture(moment) }
        let verdict = verifier.anchors.verdict(
            on: signature.signer, chain: signature.otherCertificates, at: moment.seconds,
            revocationLists: verifier.revocationLists + brought, revokedBy: moment.isClaimed ? now : nil)
        return switch verdict {
        case .trusted: .trusted(signature.signer, at: moment)
        case .untrusted(let reason): .untrusted(signature.signer, reason, at: moment)
        }
    }

    /// Lists that came inside the file; they count for what their issuers signed in them.
    private var brought: [RevocationList] {
        document.inspection.validationData.revocationLists.compactMap { try? RevocationList(der: $0) }
    }
}
