/// Why a certificate, a private key or a PKCS#12 file was not taken.
public enum CredentialError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not what it should be; the text names the thing and the fault, never its content.
    case malformed(String)
    /// Longer than `limit` bytes.
    case tooLarge(limit: Int)
    case noCertificate
    case noPrivateKey
    case passwordNeeded
    case wrongPassword
    /// Encrypted by an algorithm that is no longer offered, such as the RC2 of old PKCS#12 files.
    case unsupportedEncryption
    /// Neither RSA of 2048 to 4096 bits nor P-256.
    case unsupportedKey(KeyKind)
    /// The private key is not the one the certificate speaks of.
    case keyDoesNotMatchCertificate

    /// Commands that turn an old PKCS#12 file into one that is read here. Both ask for passwords; what lies between them is
    /// under one, too.
    public static let conversion = [
        "openssl pkcs12 -legacy -in OLD.p12 -out BETWEEN.pem", "openssl pkcs12 -export -in BETWEEN.pem -out NEW.p12",
        "rm BETWEEN.pem",
    ]

    public var description: String {
        switch self {
        case .malformed(let fault): fault
        case .tooLarge(let limit): "longer than \(limit) bytes"
        case .noCertificate: "no certificate found; expected a block BEGIN CERTIFICATE"
        case .noPrivateKey: "no private key found; expected PKCS#8 (openssl pkcs8 -topk8 makes it)"
        case .passwordNeeded: "the private key is encrypted; give its password"
        case .wrongPassword: "wrong password"
        case .unsupportedEncryption:
            "encrypted by an outdated algorithm; convert it: \(Self.conversion.joined(separator: " && "))"
        case .unsupportedKey(let kind): "\(kind) key; use RSA of 2048 to 4096 bits, or P-256"
        case .keyDoesNotMatchCertificate: "the private key does not belong to the certificate"
        }
    }
}

extension CredentialError {
    /// Says of which thing a fault in the encoding is.
    static func reading(_ what: String, _ read: () throws(ObjectCoding.Fault) -> Owned) throws(Self) -> Owned {
        do {
            return try read()
        } catch {
            throw .malformed("\(what): \(error.rawValue)")
        }
    }
}
