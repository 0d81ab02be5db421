import StrictEncoding

/// A decision as the register keeps it, with the one that annuls it if there is one.
public struct KeptDecision: Hashable, Sendable {
    public let decision: KeptStatement
    public let annulment: KeptStatement?

    init(reading reader: JSONReader) throws(MalformedInput) {
        decision = try KeptStatement(reading: reader)
        annulment = try reader.looseObject().given("annulment").map(KeptStatement.init(reading:))
    }
}

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
