import Decisions
import OpenSSLKit

/// Authorities and signers that many tests share.
struct Signers: Sendable {
    /// 18 December 2026, after the meeting.
    static let signedAt: Int64 = 1_797_580_000
    static let day: Int64 = 86_400
    static let name = "Lò Văn Thắng"
    static let organization = "Đảng ủy xã Bum Tở"

    static let shared = Result { try Signers() }

    let root: SigningIdentity
    let secretary: SigningIdentity

    /// The body's own.
    let seal: SigningIdentity

    /// Another whom the root vouches for, today and for years: other programs judge by their own clock.
    let deputy: SigningIdentity

    /// Whom an authority below the root vouches for.
    let branch: SigningIdentity

    /// A certificate with the secretary's name by an authority with the root's name, and neither is theirs.
    let stranger: SigningIdentity

    /// By the same authority, with the body's name.
    let strangersSeal: SigningIdentity

    /// The root's, but it ended a day before.
    let expired: SigningIdentity

    /// The root's, with five minutes left.
    let ending: SigningIdentity

    var anchors: TrustAnchors { TrustAnchors([root.certificate]) }
    var verifier: DecisionVerifier { DecisionVerifier(anchors: anchors) }

    private init() throws {
        root = try Self.authority.selfSigned(by: .generateP256())
        secretary = try Self.signer(until: Self.day * 365).issued(for: .generateP256(), by: root)
        seal = try Self.lasting(Self.organization).issued(for: .generateRSA(bits: 2048), by: root)
        deputy = try Self.lasting("Vàng Thị Mỷ").issued(for: .generateP256(), by: root)
        let below = CertificateTemplate.authority(
            commonName: "Cơ quan chứng thực cấp dưới", notBefore: Self.authority.notBefore,
            notAfter: Self.authority.notAfter)
        branch = try Self.lasting("Giàng A Páo").issued(
            for: .generateP256(), by: below.issued(for: .generateP256(), by: root))
        let other = try Self.authority.selfSigned(by: .generateP256())
        stranger = try Self.signer(until: Self.day * 365).issued(for: .generateP256(), by: other)
        strangersSeal = try Self.lasting(Self.organization).issued(for: .generateP256(), by: other)
        expired = try Self.signer(until: -Self.day).issued(for: .generateP256(), by: root)
        ending = try Self.signer(until: 300).issued(for: .generateP256(), by: root)
    }

    private static let authority = CertificateTemplate.authority(
        commonName: "Cơ quan chứng thực thử nghiệm", notBefore: signedAt - 3650 * day, notAfter: signedAt + 3650 * day)

    private static func signer(until end: Int64) -> CertificateTemplate {
        CertificateTemplate(
            commonName: name, organization: organization, notBefore: signedAt - 30 * day, notAfter: signedAt + end)
    }

    private static func lasting(_ name: String) -> CertificateTemplate {
        CertificateTemplate(
            commonName: name, organization: organization, notBefore: authority.notBefore, notAfter: authority.notAfter)
    }
}
