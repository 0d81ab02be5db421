import StrictEncoding

/// A decision's statement with its exact bytes, as the register keeps it.
public struct KeptStatement: Hashable, Sendable {
    /// SHA-256 of `statement`.
    public let digest: [UInt8]
    public let statement: [UInt8]

    /// When the register took it in, seconds since 1970.
    public let issuedAt: Int

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        digest = try object.member("digest").bytes(32)
        statement = try object.member("statement").bytes()
        issuedAt = try object.member("issuedAt").integer()
    }
}
