/// What a certificate to be issued shall say.
///
/// For trial installations, tests and the demo only: it has no requests, no revocation and no policy. Decisions that
/// count are signed with certificates of the Party's own certification authority.
public struct CertificateTemplate: Sendable, Hashable {
    /// The subject's common name, 1 to 64 characters.
    public var commonName: String
    /// The subject's organization, 1 to 64 characters.
    public var organization: String?
    /// The first instant of validity, in seconds since 1970 (UTC).
    public var notBefore: Int64
    /// The last instant of validity, in seconds since 1970 (UTC).
    public var notAfter: Int64
    public var keyUsage: KeyUsage
    public var isAuthority: Bool

    public init(
        commonName: String, organization: String? = nil, notBefore: Int64, notAfter: Int64,
        keyUsage: KeyUsage = [.digitalSignature, .nonRepudiation], isAuthority: Bool = false
    ) {
        self.commonName = commonName
        self.organization = organization
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.keyUsage = keyUsage
        self.isAuthority = isAuthority
    }

    /// An authority that may issue certificates and nothing else.
    public static func authority(
        commonName: String, organization: String? = nil, notBefore: Int64, notAfter: Int64
    ) -> CertificateTemplate {
        CertificateTemplate(
            commonName: commonName, organization: organization, notBefore: notBefore, notAfter: notAfter,
            keyUsage: [.keyCertSign, .cRLSign], isAuthority: true)
    }
}
