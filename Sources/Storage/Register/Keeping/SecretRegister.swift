public import OpenSSLKit

/// Secrets at rest, wrapped under the master key.
public protocol SecretRegister: Sendable {
    /// The secret of that name, made by `make` if there is none yet; of several at once, all get the same.
    /// - Throws: `StorageError.wrongKey`; whatever `make` throws.
    func secret(named name: String, make: @escaping @Sendable () throws -> SecretBytes) async throws -> SecretBytes

    /// Gives an account its signer identity, in place of the one it had.
    /// - Throws: `StorageError`: `missing` if there is no such account.
    func setIdentity(_ identity: SignerIdentity, of account: String) async throws

    /// - Throws: `StorageError.wrongKey`.
    func identity(of account: String) async throws -> SignerIdentity?

    /// The signers' certificates (DER), by account.
    func signerCertificates() async throws -> [String: [UInt8]]
}

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
