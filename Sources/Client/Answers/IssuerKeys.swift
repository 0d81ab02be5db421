public import SecretBallot
import StrictEncoding

/// The keys by which a service says that something is its own.
public struct IssuerKeys: Sendable {
    /// The name in token challenges and notes.
    public let issuer: String
    public let service: ServiceKeys

    /// Certificates that the service trusts signers by, PEM texts.
    public let trusted: [[UInt8]]

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        issuer = try object.member("issuer").string()
        service = ServiceKeys(
            receiptKey: try VerifyingKey(reading: object.member("receiptKey")),
            logKey: try object.member("logKey").bytes(32))
        trusted = try object.list("trusted") { text throws(MalformedInput) in Array(try text.string().utf8) }
    }
}
