import Foundation
public import OpenSSLKit
public import SecretBallot
public import StrictEncoding

/// What became of a bundle at its relay.
public enum BundleState: Sendable, Hashable {
    /// It is there; nothing of it was sent. Of how many others is, too.
    case held(voters: Int)

    /// Voting has closed, and the mix would be too small for somebody.
    case lowering(voters: Int)

    /// It is in the mix, of so many: the service has not answered the relay, and nobody has said that it is in the box.
    case sending(voters: Int)

    /// It was sent: what came back, in the bundle's order.
    case answers([[UInt8]], voters: Int)

    /// It was left out of the mix.
    case unsent(voters: Int)

    /// The round is over, and the relay had sent nothing of it.
    case ended

    /// Nothing of it was ever sent: it is to be handed over again, there.
    case unknown

    /// It is in the mix, and what came back is lost.
    case lost
}

/// What a voter's device asks a relay of its round.
public struct HandoverClient: Sendable {
    private let connection: Connection
    private let patience: Patience

    /// What the relay's address has after its host.
    private let base: String

    /// - Parameters:
    ///   - service: where the round is: whoever runs that must not run the relay.
    ///   - authorities: certificates trusted besides the system's.
    /// - Throws: `DeviceFault.relayHost` for a relay on the service's own host, but for trials on loopback;
    ///   `MalformedInput` for an address that no manifest has, an error of the TLS library.
    public init(
        to relay: RelayReference, beside service: ServerAddress, trusting authorities: [Certificate] = [],
        patience: Patience = .usual
    ) throws {
        guard !relay.isOnHost(of: service.description) else { throw DeviceFault.relayHost }
        var parts = URLComponents(string: relay.url)
        base = parts?.path ?? ""
        parts?.path = ""
        connection = try Connection(to: ServerAddress(parts?.string ?? ""), trusting: authorities)
        self.patience = patience
    }

    /// - Returns: how many have handed over.
    /// - Throws: `ServerProblem`, `ConnectionFault`, `AnswerFault`.
    public func voterCount(of roundID: RoundID) async throws -> Int {
        try await connection.read(Call(.get, below: path(roundID)), Self.voters)
    }

    /// Hands a bundle over, with the same bytes again while the answer is lost.
    /// - Returns: how many have handed over.
    /// - Throws: as `voterCount`.
    @discardableResult
    public func handOver(_ handover: Handover, in roundID: RoundID) async throws -> Int {
        var call = Call(.post, below: path(roundID, "/bundles"))
        call.body = handover.json.encoded()
        call.contentType = "application/json"
        let request = call
        return try await patience.persist { try await connection.read(request, Self.voters) }
    }

    /// - Throws: as `voterCount`.
    public func state(of bundle: SecretBallot.Bundle, in roundID: RoundID) async throws -> BundleState {
        let call = Call(
            .get, below: path(roundID, "/bundles/\(Base64URL.encode(bundle.hash))"),
            limit: Call.usualLimit + bundle.count * 2 * SlipAnswer.messageByteCount)
        do {
            return try await patience.persist { try await connection.read(call, Self.state) }
        } catch let problem as ServerProblem where problem.code == "unknown-bundle" {
            return .unknown
        } catch let problem as ServerProblem where problem.status == 410 {
            return .lost
        }
    }

    /// Asks for a bundle back.
    /// - Parameter request: `VotingDevice.releaseRequest`.
    /// - Returns: the relay's signature, not checked.
    /// - Throws: as `voterCount`.
    public func release(
        _ bundle: SecretBallot.Bundle, _ request: JSONValue, in roundID: RoundID
    ) async throws -> [UInt8] {
        var call = Call(.post, below: path(roundID, "/bundles/\(Base64URL.encode(bundle.hash))/release"))
        call.body = request.encoded()
        call.contentType = "application/json"
        let asked = call
        return try await patience.persist {
            try await connection.read(asked) { answer throws(MalformedInput) in
                try answer.looseObject().member("released").bytes(SigningKey.signatureByteCount)
            }
        }
    }

    private func path(_ roundID: RoundID, _ rest: String = "") -> String { "\(base)/rounds/\(roundID)\(rest)" }

    private static func voters(_ answer: JSONReader) throws(MalformedInput) -> Int {
        try answer.looseObject().member("voters").integer(in: 0...Int(UInt32.max))
    }

    private static func state(_ answer: JSONReader) throws(MalformedInput) -> BundleState {
        let object = try answer.looseObject()
        if object.optional("ended")?.value == .bool(true) { return .ended }
        let voters = try voters(answer)
        if object.optional("unsent")?.value == .bool(true) { return .unsent(voters: voters) }
        if let answers = object.optional("answers") {
            let all = try answers.array().map { answer throws(MalformedInput) in try answer.bytes() }
            return .answers(all, voters: voters)
        }
        switch try object.member("state").string() {
        case "held": return .held(voters: voters)
        case "lowering": return .lowering(voters: voters)
        case "sending": return .sending(voters: voters)
        default: throw MalformedInput(.wrongValue, at: "answer.state", "held, lowering or sending")
        }
    }
}
