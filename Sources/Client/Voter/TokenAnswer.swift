public import SecretBallot
public import StrictEncoding

/// What a service answers to a request for tokens.
public struct TokenAnswer: Sendable {
    /// One blind signature a contest.
    public let responses: [[UInt8]]

    /// The service's word on the device key; nil in version 1.
    public let issued: [UInt8]?

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.looseObject()
        responses = try object.list("tokenResponses") { token throws(MalformedInput) in try token.bytes() }
        issued = try object.given("issued")?.bytes(SigningKey.signatureByteCount)
    }
}

extension VotingDevice {
    /// Takes the service's answer and makes every token of it, or none.
    /// - Throws: `DeviceFault`.
    public mutating func finalize(_ answer: TokenAnswer) throws {
        try finalize(answer.responses, issued: answer.issued)
    }
}
