public import OpenSSLKit
public import Recognition

/// Why a certificate cannot sign a decision: a number must not be spent on one that nobody could rely on.
public enum SigningRefusal: String, Error, Hashable, Sendable {
    case notForSigning = "not-for-signing"
    case notYetValid = "not-yet-valid"
    case expired
    case revoked

    /// - Parameter verifier: whose anchors and revocation lists count.
    static func check(
        _ identity: SigningIdentity, at instant: Int64, trusting verifier: DecisionVerifier
    ) throws(SigningRefusal) {
        try check(identity.certificate, at: instant)
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
        case .revoked:
            BilingualText("Chứng thư số của người ký đã bị thu hồi.", "The signer's certificate was revoked.")
        }
    }
}
