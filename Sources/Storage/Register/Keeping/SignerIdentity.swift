public import OpenSSLKit

/// What an account signs decisions with.
public struct SignerIdentity: Sendable {
    /// X.509, in DER.
    public let certificate: [UInt8]

    /// The private key with its certificates, as PKCS #12; kept wrapped.
    public let pkcs12: SecretBytes

    public init(certificate: [UInt8], pkcs12: SecretBytes) {
        self.certificate = certificate
        self.pkcs12 = pkcs12
    }
}
