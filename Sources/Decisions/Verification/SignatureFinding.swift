public import OpenSSLKit
import Recognition
public import SignedPDF
import StrictEncoding

/// What is known of one signature of a decision's file.
public struct SignatureFinding: Hashable, Sendable {
    /// The certificate that the signature is by.
    public let signer: SignerCertificate

    public let weight: SignatureWeight

    /// Was it to be trusted when it signed?
    public let trusted: VerdictAnswer

    /// For when it was judged; nil where no time is known.
    public let moment: SigningMoment?

    /// As far as the file itself shows.
    public let level: PAdESLevel?

    /// The place on the paper that it has taken, of those kept for marks; nil for one that is seen nowhere.
    let place: SignatureRole?

    /// Whether it has taken a place that is kept for another.
    var isMisplaced: Bool { place.map { $0.weight != weight } ?? false }
}

/// What is known of a time stamp over the whole file as it then was (PAdES-B-LTA).
public struct TimestampFinding: Hashable, Sendable {
    /// The certificate that the stamp is by.
    public let authority: SignerCertificate

    /// In seconds since 1970 (UTC).
    public let time: Int64

    /// Was the authority to be trusted when it stamped? Only then does its time count.
    public let trusted: VerdictAnswer

    /// As a signature's: no stamp belongs there.
    let place: SignatureRole?
}

extension TimestampFinding {
    /// `{"authority", "time", "trusted"}`.
    var json: JSONValue { ["authority": authority.json, "time": .integer(Int(time)), "trusted": trusted.json] }

    /// As `json`, and with `place`, for another process.
    var passed: JSONValue { json.adding("place", place.map { .string($0.rawValue) }) }

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["authority", "time", "trusted"], optional: ["place"])
        authority = try SignerCertificate(reading: object.member("authority"))
        time = Int64(try object.member("time").integer())
        trusted = try VerdictAnswer(reading: object.member("trusted"))
        place = if let reader = object.optional("place") { try reader.choice(SignatureRole.self) } else { nil }
    }
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
