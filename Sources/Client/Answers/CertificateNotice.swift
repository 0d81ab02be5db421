import StrictEncoding

/// The signing certificate that the service has taken in for an account.
public struct CertificateNotice: Hashable, Sendable {
    /// The subject's whole name, RFC 2253.
    public let subject: String

    /// Seconds since 1970.
    public let notBefore: Int
    public let notAfter: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject().member("certificate").looseObject()
        subject = try object.member("subject").string()
        notBefore = try object.member("notBefore").integer()
        notAfter = try object.member("notAfter").integer()
    }
}
