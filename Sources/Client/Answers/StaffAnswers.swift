import StrictEncoding

/// A bearer token, told once.
public struct AccessToken: Sendable {
    /// A secret.
    public let token: String

    /// Seconds since 1970.
    public let expiresAt: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        token = try object.member("token").string(maximum: 1_000)
        expiresAt = try object.member("expiresAt").integer()
    }
}

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
