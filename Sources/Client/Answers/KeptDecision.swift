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
