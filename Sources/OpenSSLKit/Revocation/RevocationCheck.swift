/// What some lists tell of the certificates on a path, for one instant.
///
/// An authority's entry counts from its time on: what was signed before, at a time that can be trusted, stands.
struct RevocationCheck {
    let lists: [RevocationList]
    let instant: Int64

    /// - Parameter path: from the certificate in question up to an anchor, which is trusted as it stands.
    func knowledge(of path: [Certificate]) -> RevocationKnowledge {
        var knowledge = RevocationKnowledge.good
        for (certificate, issuer) in zip(path, path.dropFirst()) {
            let found = self.knowledge(of: certificate, issuedBy: issuer)
            if case .revoked = found { return found }
            if knowledge == .good { knowledge = found }
        }
        return knowledge
    }

    private func knowledge(of certificate: Certificate, issuedBy issuer: Certificate) -> RevocationKnowledge {
        let answers = lists.filter { $0.isNamed(by: issuer) }
            .map { knowledge(of: certificate, issuedBy: issuer, in: $0) }
        return answers.first { if case .revoked = $0 { true } else { false } }
            ?? answers.first { $0 == .good } ?? answers.first ?? .unknown(.noList)
    }

    private func knowledge(
        of certificate: Certificate, issuedBy issuer: Certificate, in list: RevocationList
    ) -> RevocationKnowledge {
        guard list.isSigned(by: issuer) else { return .unknown(.notSignedByIssuer) }
        if let entry = list.entry(for: certificate), (entry.time ?? .min) <= instant { return .revoked(at: entry.time) }
        guard !list.isPartial else { return .unknown(.partial) }
        return speaks(list, for: certificate) ? .good : .unknown(.outdated)
    }

    /// Whether it means something that `list` does not have `certificate`.
    private func speaks(_ list: RevocationList, for certificate: Certificate) -> Bool {
        list.thisUpdate <= certificate.notAfter && instant <= max(list.thisUpdate, list.nextUpdate ?? list.thisUpdate)
    }
}
