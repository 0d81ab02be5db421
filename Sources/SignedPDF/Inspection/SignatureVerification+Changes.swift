extension SignatureVerification {
    /// What all revisions after a signature did, and what comes behind them.
    /// - Parameter steps: what each of those revisions did.
    func changes(after claim: SignatureClaim, steps: ArraySlice<RevisionStep>) -> Changes {
        var forbidden = steps.flatMap(\.forbidden)
        let permitted = steps.flatMap(\.permitted)
        if claim.permission == .nothing, permitted.contains(where: { $0 != .validationData && $0 != .nothing }) {
            forbidden.append(.lockedBySignature(claim.field.name))
        }
        let trailing = history.structure.trailingByteCount
        if trailing > 0 { forbidden.append(.trailingBytes(count: trailing)) }
        guard forbidden.isEmpty else { return .forbidden(forbidden) }
        return permitted.isEmpty ? .none : .permitted(permitted)
    }

    func flaws(of claim: SignatureClaim) throws(PDFError) -> [PDFSignatureFlaw] {
        var flaws: [PDFSignatureFlaw] = []
        if case .other(let name) = claim.format { flaws.append(.unsupportedFormat(name)) }
        if claim.contents == nil { flaws.append(.notAnObject) }
        if claim.reference != nil, claims.count(where: { $0.reference == claim.reference }) > 1 {
            flaws.append(.sharedBySeveralFields)
        }
        if claims.count(where: { $0.field.name == claim.field.name }) > 1 { flaws.append(.repeatedName) }
        if claim.permission != nil, try !certifies(claim) { flaws.append(.misplacedCertification) }
        return flaws
    }

    /// Whether the catalog of its own time names it, and no signature came before.
    private func certifies(_ claim: SignatureClaim) throws(PDFError) -> Bool {
        let catalog = try history.catalog(after: claim.revision)
        let permissions = try history.document(after: claim.revision).resolve(catalog["Perms"]).dictionary
        let isFirst = claims.first?.reference == claim.reference
        return isFirst && permissions?["DocMDP"]?.reference == claim.reference
    }
}
