public import SecretBallot
import StrictEncoding

extension VoterClient {
    /// Asks for a voter's tokens, with the same bytes again while the answer is lost.
    /// - Returns: what the service answered, unchecked.
    public func tokens(_ request: RollEntry, in roundID: RoundID) async throws -> TokenAnswer {
        let limit = request.tokenRequests.count * 400 + 4_096
        let call = Call(.post, Self.path(roundID, "/tokens"), request.json, limit: limit)
        return try await patience.persist {
            try await connection.read(call, TokenAnswer.init(reading:))
        }
    }

    /// Casts one slip, with the same bytes again while the answer is lost.
    /// - Returns: the receipt, unchecked.
    public func cast(_ slip: [UInt8], in roundID: RoundID) async throws -> [UInt8] {
        let call = Call(.post, Self.path(roundID, "/slips"), ["slip": .bytes(slip)], limit: 4_096)
        return try await patience.persist {
            try await connection.read(call) { answer throws(MalformedInput) in
                try answer.looseObject().member("receipt").bytes(SigningKey.signatureByteCount)
            }
        }
    }

    /// Says that all slips of a voter are in the sealed box.
    /// - Returns: how many voters have said so.
    @discardableResult
    public func found(_ entry: FoundEntry, in roundID: RoundID) async throws -> Int {
        let call = Call(.post, Self.path(roundID, "/found"), entry.json)
        return try await patience.persist {
            try await connection.read(call) { answer throws(MalformedInput) in
                try answer.looseObject().member("found").integer(in: 0 ... .max)
            }
        }
    }
}
