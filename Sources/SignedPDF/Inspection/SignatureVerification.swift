import OpenSSLKit

/// Verifies the signatures of one file.
struct SignatureVerification {
    let history: PDFHistory
    let claims: [SignatureClaim]
    let validationData: ValidationData

    init(_ history: PDFHistory, claims: [SignatureClaim], validationData: ValidationData) {
        (self.history, self.claims, self.validationData) = (history, claims, validationData)
    }

    func signatures() throws(PDFError) -> [PDFSignature] {
        guard let first = claims.first?.revision else { return [] }
        let last = claims.last?.revision ?? first
        let steps = try RevisionComparison.steps(after: first, in: history).enumerated().map { index, step in
            first + 1 + index > last ? step.unsigned : step
        }
        let pages = try PagePlaces(try history.document(after: history.last))
        var signatures: [PDFSignature] = []
        for claim in claims {
            let changes = changes(after: claim, steps: steps.dropFirst(claim.revision - first))
            signatures.append(try signature(claim, changes: changes, pages: pages))
        }
        try level(&signatures)
        return signatures
    }

    private func signature(
        _ claim: SignatureClaim, changes: Changes, pages: PagePlaces
    ) throws(PDFError) -> PDFSignature {
        let covered = try SignatureCoverage(of: claim, in: history.structure)
        let (cms, timestamp) = (verify(claim, covered), verifyTimestamp(claim, covered))
        let entries = claim.entries
        return PDFSignature(
            field: claim.field.name, format: claim.format, coverage: covered.coverage, changes: changes,
            permission: claim.permission, claimedTime: entries["M"]?.string.flatMap(PDFDate.decode),
            signerName: try text(entries["Name"]), reason: try text(entries["Reason"]),
            location: try text(entries["Location"]),
            page: claim.field.widgets.firstNonNil { pages.page(of: $0.reference) },
            rectangle: claim.field.widgets.first.flatMap { PDFRectangle($0.entries["Rect"]) } ?? .empty,
            byteRange: claim.byteRange, contents: covered.contents, cms: cms, documentTimestamp: timestamp,
            level: nil, flaws: try flaws(of: claim))
    }

    private func text(_ value: PDFObject?) throws(PDFError) -> String? {
        try value?.text(charging: history.structure.budget)
    }

    private func verify(_ claim: SignatureClaim, _ covered: SignatureCoverage) -> SignatureInspection? {
        guard [.cades, .pkcs7].contains(claim.format), !covered.signedBytes.isEmpty else { return nil }
        return DetachedSignature.inspect(covered.contents, content: covered.signedBytes)
    }

    private func verifyTimestamp(
        _ claim: SignatureClaim, _ covered: SignatureCoverage
    ) -> Result<TimestampToken, TimestampFlaw>? {
        guard claim.format == .documentTimestamp, !covered.signedBytes.isEmpty else { return nil }
        do throws(TimestampFlaw) {
            let token = try TimestampToken(der: covered.contents)
            return token.covers(covered.signedBytes) ? .success(token) : .failure(.otherContent)
        } catch {
            return .failure(error)
        }
    }
}
