import COpenSSL

/// The key usage extension (RFC 5280, section 4.2.1.3), as far as signing goes; other bits are kept as they are.
public struct KeyUsage: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let digitalSignature = KeyUsage(rawValue: UInt32(KU_DIGITAL_SIGNATURE))
    /// Also called content commitment: the signer means what is signed.
    public static let nonRepudiation = KeyUsage(rawValue: UInt32(KU_NON_REPUDIATION))
    public static let keyCertSign = KeyUsage(rawValue: UInt32(KU_KEY_CERT_SIGN))
    public static let cRLSign = KeyUsage(rawValue: UInt32(KU_CRL_SIGN))

    /// Nil where the certificate does not have the extension.
    init?(of certificate: OpaquePointer) {
        let bits = unsafe X509_get_key_usage(certificate)
        guard bits != UInt32.max else { return nil }
        self.init(rawValue: bits)
    }

    /// The usages by their names in OpenSSL's configuration, for writing the extension.
    var names: [String] {
        let named: [(KeyUsage, String)] = [
            (.digitalSignature, "digitalSignature"), (.nonRepudiation, "nonRepudiation"),
            (.keyCertSign, "keyCertSign"), (.cRLSign, "cRLSign"),
        ]
        return named.filter { contains($0.0) }.map(\.1)
    }
}
