import OpenSSLKit
import Recognition

/// A signer's certificate and key by an authority made for the occasion: for trial, and trusted nowhere else.
struct TrialSigner {
    private static let day: Int64 = 86_400

    let authority: Certificate

    /// What a certification authority would hand out.
    let pkcs12: [UInt8]
    let password: String

    /// - Throws: an error of the cryptographic library.
    init(for signer: Signer, of organization: String) throws {
        let (from, until) = (Clock.now - Self.day, Clock.now + 365 * Self.day)
        let authorityKey = try PrivateKey.generateP256()
        let root = try CertificateTemplate.authority(
            commonName: "CA dùng thử (trial only)", notBefore: from, notAfter: until
        ).selfSigned(by: authorityKey)
        let identity = try CertificateTemplate(
            commonName: signer.name, organization: organization, notBefore: from, notAfter: until
        ).issued(for: PrivateKey.generateP256(), by: root)
        authority = root.certificate
        password = try Password.random()
        pkcs12 = try identity.pkcs12(password: SecretBytes(copying: Array(password.utf8)))
    }

    /// Puts the authority's certificate where a service looks for those it trusts.
    /// - Throws: `Failure`.
    func writeAuthority(to path: String) throws { try OutputFile.write(authority.pem(), to: path) }
}
