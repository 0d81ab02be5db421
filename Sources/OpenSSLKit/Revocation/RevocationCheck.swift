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

/// What revocation lists tell of a certificate, or of a path of them, for one instant.
public enum RevocationKnowledge: Sendable, Hashable {
    /// A list of the issuer's that speaks for the instant does not have it, or has it as revoked later; or it is itself
    /// an anchor, which is trusted as it stands.
    case good
    case unknown(RevocationGap)
    /// When, in seconds since 1970 (UTC), and never after the instant; nil where the list's date cannot be read.
    case revoked(at: Int64?)
}

/// Why it is not known whether a certificate was revoked.
public enum RevocationGap: String, Sendable, Hashable {
    /// No list names the certificate's issuer.
    case noList = "no-list"
    /// A list names the issuer and is not signed by it, or the issuer may not sign lists; it was ignored.
    case notSignedByIssuer = "not-signed-by-issuer"
    /// The list's next update was due before the instant, or it was written after the certificate's end, when issuers
    /// may have dropped the entry (RFC 5280, section 3.3).
    case outdated
    /// The list has critical extensions: it speaks for a part of the certificates only, or of changes only.
    case partial
    /// No path leads to an anchor, so that nobody's lists count.
    case noPath = "no-path"
}
