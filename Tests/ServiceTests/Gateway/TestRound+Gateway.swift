import Client
import SecretBallot
import StrictEncoding

/// What a relay does with a running service.
extension TestRound {
    /// Ends the voting.
    /// - Returns: what relays sign over.
    func closed() async throws -> Closing {
        try await secretary.close(name, acknowledging: ["without-ballot"])
        return try await service.voter.closing(of: manifest).closing
    }

    /// Sends a list of messages as the relay at this place.
    func gateway(_ body: [UInt8], by key: SigningKey, over closing: Closing, at place: Int) async throws -> RawAnswer {
        try await gateway(
            body, GatewayPass(relay: place, for: body, closing: closing, of: manifest, signedBy: key).field)
    }

    /// - Parameter field: the header `Authorization`; nil without one.
    func gateway(_ body: [UInt8], _ field: String?) async throws -> RawAnswer {
        var headers = ["Content-Type": "application/octet-stream"]
        headers["Authorization"] = field
        return try await service.call("POST", voterPath + "/gateway", body, headers: headers)
    }
}
