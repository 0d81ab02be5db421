public import SecretBallot
import StrictEncoding

/// How far the making of a round's token keys has come.
public struct FreezeProgress: Hashable, Sendable {
    /// Keys made, of how many.
    public let done: Int
    public let total: Int

    /// There once the round is frozen.
    public let roundID: RoundID?

    /// The code of what stopped it, if something did.
    public let failure: String?

    init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        done = try object.member("done").integer(in: 0 ... .max)
        total = try object.member("total").integer(in: 0 ... .max)
        roundID = try object.given("roundID").map { reader throws(MalformedInput) in try RoundID(reader.bytes(32)) }
        failure = try object.given("failed")?.looseObject().member("code").string()
    }
}

/// The service could not make a round's keys; the round is a draft again.
public struct FreezeFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public let code: String

    public var description: String { "freezing failed [\(code)]: the round is a draft again" }
}
