import OpenSSLKit
import Recognition

/// A trial authority and a signer's certificate under it.
struct TrialSigner: Sendable {
    static let password = "mat-khau-khoa-ky"

    let authority: Certificate
    let pkcs12: [UInt8]
    let signer: Signer

    init(at now: Int64) throws {
        let (start, end) = (now - 86_400, now + 400 * 86_400)
        let root = try CertificateTemplate.authority(commonName: "CA dùng thử", notBefore: start, notAfter: end)
            .selfSigned(by: PrivateKey.generateP256())
        let identity = try CertificateTemplate(
            commonName: "Nguyễn Văn Thắng", organization: "Đảng ủy xã Bum Tở", notBefore: start, notAfter: end,
            keyUsage: [.digitalSignature, .nonRepudiation]
        ).issued(for: PrivateKey.generateP256(), by: root)
        authority = root.certificate
        // What makes a real file hard to break into would make every test slow.
        pkcs12 = try identity.pkcs12(password: SecretBytes(copying: Array(Self.password.utf8)), iterations: 1)
        signer = try Signer(name: "Nguyễn Văn Thắng", position: "Bí thư")
    }

    /// The key as a token outside the service would hold it.
    func identity() throws -> SigningIdentity {
        try SigningIdentity(pkcs12: pkcs12, password: SecretBytes(copying: Array(Self.password.utf8)))
    }
}
