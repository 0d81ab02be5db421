public import OpenSSLKit
public import Recognition

/// Why a certificate cannot sign a decision: a number must not be spent on one that nobody could rely on.
public enum SigningRefusal: String, Error, Hashable, Sendable {
    case notForSigning = "not-for-signing"
    case notYetValid = "not-yet-valid"
    case expired
    case revoked
    case otherBody = "other-body"

    /// - Parameters:
    ///   - body: that decided.
    ///   - verifier: whose anchors and revocation lists count.
    static func check(
        _ identity: SigningIdentity, of body: String, at instant: Int64, trusting verifier: DecisionVerifier
    ) throws(SigningRefusal) {
        try check(identity.certificate, at: instant)
        guard SignatureWeight.belongs(identity.certificate.subject, to: body) else { throw .otherBody }
        let verdict = verifier.anchors.verdict(
            on: identity.certificate, chain: identity.chain, at: instant, revocationLists: verifier.revocationLists)
        if case .untrusted(.revoked) = verdict { throw .revoked }
    }

    /// - Throws: where the certificate could not sign at that instant; whom it leads to is not asked.
    public static func check(_ certificate: Certificate, at instant: Int64) throws(SigningRefusal) {
        guard certificate.isForSigning else { throw .notForSigning }
        guard instant >= certificate.notBefore else { throw .notYetValid }
        guard instant < certificate.notAfter else { throw .expired }
    }

    /// The refusal in words.
    public var text: BilingualText {
        switch self {
        case .notForSigning:
            BilingualText(
                "Chứng thư số này không dùng để ký văn bản.", "This certificate is not one for signing documents.")
        case .notYetValid:
            BilingualText("Chứng thư số của người ký chưa có hiệu lực.", "The signer's certificate is not valid yet.")
        case .expired:
            BilingualText("Chứng thư số của người ký đã hết hạn.", "The signer's certificate has expired.")
        case .otherBody:
            BilingualText(
                "Chứng thư số này ghi cơ quan, đơn vị (O, OU) khác với cơ quan ban hành quyết định: không ai coi chữ ký "
                    + "của nó là của cơ quan ban hành. Hãy dùng chứng thư số của cơ quan ban hành.",
                "This certificate names other organizations (O, OU) than the body that decides: nobody would take its "
                    + "signature for that body's. Use a certificate of that body's.")
        case .revoked:
            BilingualText("Chứng thư số của người ký đã bị thu hồi.", "The signer's certificate was revoked.")
        }
    }
}
