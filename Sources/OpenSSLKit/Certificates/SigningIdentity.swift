import COpenSSL

/// A certificate, the private key it speaks of, and the certificates above it.
public struct SigningIdentity: Sendable {
    public let certificate: Certificate
    public let key: PrivateKey

    /// The authorities' certificates that travel with signatures: each once, and without `certificate`.
    public let chain: [Certificate]

    /// - Throws: `CredentialError.keyDoesNotMatchCertificate`.
    public init(certificate: Certificate, key: PrivateKey, chain: [Certificate] = []) throws {
        ERR_clear_error()
        defer { ERR_clear_error() }
        guard unsafe X509_check_private_key(certificate.pointer, key.pointer) == 1 else {
            throw CredentialError.keyDoesNotMatchCertificate
        }
        self.certificate = certificate
        self.key = key
        var seen: Set = [certificate]
        self.chain = chain.filter { seen.insert($0).inserted }
    }
}
