import OpenSSLKit
import Recognition

/// A signer's certificate and key, and those of the signer's body, by an authority made for the occasion: for trial,
/// and trusted nowhere else.
struct TrialSigner {
    private static let day: Int64 = 86_400

    let authority: Certificate

    /// What a certification authority would hand out.
    let pkcs12: [UInt8]

    /// The body's own, for its seal; of the same password.
    let sealPKCS12: [UInt8]
    let password: String

    /// - Throws: an error of the cryptographic library.
    init(for signer: Signer, of organization: String) throws {
        let (from, until) = (Clock.now - Self.day, Clock.now + 365 * Self.day)
        let authorityKey = try PrivateKey.generateP256()
        let root = try CertificateTemplate.authority(
            commonName: "CA dùng thử (trial only)", notBefore: from, notAfter: until
        ).selfSigned(by: authorityKey)
        let password = try Password.random()
        func pkcs12(_ name: String) throws -> [UInt8] {
            let template = CertificateTemplate(
                commonName: name, organization: organization, notBefore: from, notAfter: until)
            return try template.issued(for: PrivateKey.generateP256(), by: root)
                .pkcs12(password: SecretBytes(copying: Array(password.utf8)))
        }
        (authority, self.password) = (root.certificate, password)
        (self.pkcs12, sealPKCS12) = (try pkcs12(signer.name), try pkcs12(organization))
    }

    /// Puts the authority's certificate where a service looks for those it trusts.
    /// - Throws: `Failure`.
    func writeAuthority(to path: String) throws { try OutputFile.write(authority.pem(), to: path) }
}
