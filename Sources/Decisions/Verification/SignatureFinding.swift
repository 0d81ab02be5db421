public import OpenSSLKit
import Recognition
public import SignedPDF
import StrictEncoding

/// What is known of one signature of a decision's file.
public struct SignatureFinding: Hashable, Sendable {
    /// The certificate that the signature is by.
    public let signer: SignerCertificate

    /// Was it to be trusted when it signed?
    public let trusted: Answer

    /// For when it was judged; nil where no time is known.
    public let moment: SigningMoment?

    /// As far as the file itself shows.
    public let level: PAdESLevel?
}

/// A signer's certificate as far as people and programs are told of it. Whoever reads of it need not parse it, and so
/// may be another process than the one that took a stranger's file apart.
public struct SignerCertificate: Hashable, Sendable {
    /// RFC 2253, as `DistinguishedName` writes it; the issuer too.
    public let subject: String
    public let issuer: String

    /// Hexadecimal capitals.
    public let serial: String

    /// SHA-256 of its DER.
    public let fingerprint: [UInt8]

    public init(_ certificate: Certificate) {
        (subject, issuer) = (certificate.subject.description, certificate.issuer.description)
        (serial, fingerprint) = (certificate.serial, certificate.fingerprint)
    }
}

extension SignerCertificate {
    /// `{"subject", "issuer", "serial", "sha256"}`.
    var json: JSONValue {
        [
            "subject": .string(subject), "issuer": .string(issuer), "serial": .string(serial),
            "sha256": .bytes(fingerprint),
        ]
    }

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["subject", "issuer", "serial", "sha256"])
        subject = try object.member("subject").string()
        issuer = try object.member("issuer").string()
        serial = try object.member("serial").string()
        fingerprint = try object.member("sha256").bytes(32)
    }
}
