public import OpenSSLKit
public import Recognition

/// Why a certificate cannot sign a decision: a number must not be spent on one that nobody could rely on.
public enum SigningRefusal: String, Error, Hashable, Sendable {
    case notForSigning = "not-for-signing"
    case notYetValid = "not-yet-valid"
    case expired
    case revoked
    case otherBody = "other-body"
    case otherPerson = "other-person"
    /// The body's own certificate where a person signs.
    case notAPersons = "not-a-persons"
    /// A person's certificate where the body's seal is put.
    case notTheBodys = "not-the-bodys"

    /// - Parameters:
    ///   - verifier: whose anchors and revocation lists count.
    static func check(
        _ identity: SigningIdentity, as role: SignatureRole, on text: DecisionText, at instant: Int64,
        trusting verifier: DecisionVerifier
    ) throws(SigningRefusal) {
        try check(identity.certificate, at: instant)
        if let refusal = ofAnother(identity.certificate, as: role, on: text) { throw refusal }
        let verdict = verifier.anchors.verdict(
            on: identity.certificate, chain: identity.chain, at: instant, revocationLists: verifier.revocationLists)
        if case .untrusted(.revoked) = verdict { throw .revoked }
    }

    /// Why a certificate is not that of whoever signs in a place: each place is kept for its own.
    /// - Returns: nil where it is.
    public static func ofAnother(
        _ certificate: Certificate, as role: SignatureRole, on text: DecisionText
    ) -> SigningRefusal? {
        let weight = SignatureWeight(of: certificate, on: text)
        guard weight != role.weight else { return nil }
        guard SignatureWeight.belongs(certificate.subject, to: text.authority.name) else { return .otherBody }
        guard role == .signer else { return .notTheBodys }
        return weight == .bodySeal ? .notAPersons : .otherPerson
    }

    /// Whether the certificate may be good, and is not that of whoever signs here.
    public var isOfAnother: Bool { [.otherBody, .otherPerson, .notAPersons, .notTheBodys].contains(self) }

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
        case .otherPerson:
            BilingualText(
                "Chứng thư số này không ghi cơ quan, đơn vị nào, và ghi tên khác với tên người ký trên quyết định. Hãy "
                    + "điền tên người ký đúng như trên chứng thư, hoặc ký bằng chứng thư số của chính người ký.",
                "This certificate names no organization, and another person than signs the decision. Give the signer's "
                    + "name as the certificate has it, or sign with the signer's own certificate.")
        case .notAPersons:
            BilingualText(
                "Chứng thư số này là của cơ quan, không phải của người ký: quyết định do một người ký trước, rồi "
                    + "cơ quan mới đóng dấu. Hãy ký bằng chứng thư số của người ký.",
                "This certificate is the body's own: a person signs a decision, and the body's seal is put to it then. "
                    + "Sign with the signer's certificate.")
        case .notTheBodys:
            BilingualText(
                "Chứng thư số này là của một người; con dấu của cơ quan chỉ đóng được bằng chứng thư số của chính "
                    + "cơ quan (mục CN ghi tên cơ quan ban hành). Hãy đăng nhập bằng tài khoản giữ con dấu. Chưa có thì "
                    + "nhờ quản trị lập một tài khoản riêng, vai trò Người ký, rồi ở tài khoản ấy nộp chứng thư số của cơ quan.",
                "This certificate is a person's; the body's seal is put with the body's own certificate, whose common "
                    + "name (CN) is the issuing body's. Sign in with the account that keeps the seal. Where there is "
                    + "none, have the administrator make an account for it, of the role signer, and give it the body's "
                    + "certificate there.")
        case .revoked:
            BilingualText("Chứng thư số của người ký đã bị thu hồi.", "The signer's certificate was revoked.")
        }
    }
}
