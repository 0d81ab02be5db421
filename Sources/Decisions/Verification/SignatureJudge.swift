import OpenSSLKit
import SignedPDF

/// Judges whether the signers of one file were to be trusted when they signed.
struct SignatureJudge {
    let verifier: DecisionVerifier
    let document: DecisionDocument

    /// When a register recorded the decision in this file; nil where none is known to have.
    let recordedAt: Int64?
    let now: Int64

    private let signatures: [PDFSignature]
    /// Time stamps over the file that hold, each with its place among the signatures.
    private let stamps: [(place: Int, finding: TimestampFinding)]
    private let lists: [RevocationList]

    init(verifier: DecisionVerifier, document: DecisionDocument, recordedAt: Int64?, now: Int64) {
        (self.verifier, self.document, self.recordedAt, self.now) = (verifier, document, recordedAt, now)
        let data = document.inspection.validationData
        signatures = document.inspection.signatures
        // Lists that came inside the file count for what their issuers signed in them.
        let lists = verifier.revocationLists + data.revocationLists.compactMap { try? RevocationList(der: $0) }
        let links = data.certificates.compactMap { try? Certificate(der: $0) }
        self.lists = lists
        stamps = signatures.enumerated().compactMap { place, signature in
            guard signature.isIntact, case .success(let token)? = signature.documentTimestamp else { return nil }
            let trusted = Self.trust(token, by: verifier.timestampAnchors, links, lists)
            let authority = SignerCertificate(token.authority)
            return (
                place,
                TimestampFinding(
                    authority: authority, time: token.time, trusted: trusted,
                    place: SignatureRole(rawValue: signature.field))
            )
        }
    }

    /// Time stamps over the whole file, in the order in which they were made.
    var timestamps: [TimestampFinding] { stamps.map(\.finding) }

    /// One for each signature whose certificate did sign, be it another content.
    var findings: [SignatureFinding] {
        signatures.enumerated().compactMap { place, signature in
            guard case .inspected(let inspected)? = signature.cms, inspected.integrity != .signatureInvalid,
                inspected.binding == .bound
            else { return nil }
            let moment = moment(of: signature, inspected, at: place)
            return SignatureFinding(
                signer: SignerCertificate(inspected.signer),
                weight: SignatureWeight(of: inspected.signer, on: document.text),
                trusted: trust(inspected, at: moment), moment: moment, level: signature.level,
                place: SignatureRole(rawValue: signature.field))
        }
    }

    /// The register saw the first signature; a time stamp that holds vouches for itself; a claim for nothing.
    private func moment(of signature: PDFSignature, _ inspected: InspectedSignature, at place: Int) -> SigningMoment? {
        if place == 0, let recordedAt { return .recorded(recordedAt) }
        var times = stamps.filter { $0.place > place && $0.finding.trusted.isYes }.map(\.finding.time)
        if case .success(let token)? = inspected.timestamp,
            token.verdict(by: verifier.timestampAnchors).isTrusted
        {
            times.append(token.time)
        }
        if let earliest = times.min() { return .stamped(earliest) }
        return (signature.claimedTime ?? inspected.signingTime).map(SigningMoment.claimed)
    }

    private func trust(_ signature: InspectedSignature, at moment: SigningMoment?) -> VerdictAnswer {
        guard !verifier.anchors.certificates.isEmpty else { return .noAnchors }
        guard let moment else { return .noSigningTime }
        guard !moment.isYetToCome(at: now) else { return .signedInFuture(moment) }
        let verdict = verifier.anchors.verdict(
            on: signature.signer, chain: signature.otherCertificates, at: moment.seconds,
            revocationLists: lists, revokedBy: moment.isClaimed ? now : nil)
        return switch verdict {
        case .trusted: .trusted(signature.signer, at: moment)
        case .untrusted(let reason): .untrusted(signature.signer, reason, at: moment)
        }
    }

    private static func trust(
        _ token: TimestampToken, by anchors: TrustAnchors, _ links: [Certificate], _ lists: [RevocationList]
    ) -> VerdictAnswer {
        guard !anchors.certificates.isEmpty else { return .noTimestampAnchors }
        return switch token.verdict(by: anchors, chain: links, revocationLists: lists) {
        case .trusted: .timestampTrusted(token)
        case .untrusted(let reason): .timestampUntrusted(token, reason)
        }
    }
}
