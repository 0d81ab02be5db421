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
