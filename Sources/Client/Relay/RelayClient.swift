import Recognition
public import SecretBallot
import StrictEncoding

/// What a relay asks of the service that it works for.
public struct RelayClient: Sendable {
    private let connection: Connection

    /// - Parameter connection: one of its own, that nothing else goes over.
    public init(_ connection: Connection) { self.connection = connection }

    private func path(_ roundID: RoundID, _ rest: String) -> String { "/rounds/\(roundID)\(rest)" }

    /// - Returns: the manifest's bytes, not looked at.
    /// - Throws: `ServerProblem`, `ConnectionFault`, `AnswerFault`.
    public func manifest(of roundID: RoundID) async throws -> [UInt8] {
        try await connection.send(Call(.get, path(roundID, "/manifest"), limit: Manifest.maximumByteCount)).body
    }

    /// Where the round stands.
    /// - Throws: as `manifest`; `ServerProblem` of status 404 where the service has no such round.
    public func state(of roundID: RoundID) async throws -> RoundState {
        try await connection.read(Call(.get, path(roundID, ""))) { answer throws(MalformedInput) in
            try answer.looseObject().member("state").choice()
        }
    }

    /// - Returns: `closing.json` and the roll; nil while voting goes on.
    /// - Throws: as `manifest`.
    public func closing(of roundID: RoundID) async throws -> (closing: [UInt8], roll: [UInt8])? {
        guard let closing = try await document(path(roundID, "/closing")) else { return nil }
        let call = Call(.get, path(roundID, "/roll"), limit: RollEntry.maximumLineByteCount)
        return (closing, try await connection.send(call).body)
    }

    /// - Returns: `seal.json`; nil where there is none.
    /// - Throws: as `manifest`.
    public func seal(of roundID: RoundID) async throws -> [UInt8]? { try await document(path(roundID, "/seal")) }

    /// - Returns: what the service signed when it cancelled the round; nil where it has not.
    /// - Throws: as `manifest`.
    public func cancellation(of roundID: RoundID) async throws -> [UInt8]? {
        try await document(path(roundID, "/cancellation"))
    }

    /// - Parameters:
    ///   - messages: a `MessageList`.
    ///   - pass: the relay's word on them.
    /// - Returns: the answer's, which is for the caller to read.
    /// - Throws: as `manifest`.
    public func send(_ messages: [UInt8], _ pass: GatewayPass, of roundID: RoundID) async throws -> [UInt8] {
        var call = Call(
            .post, path(roundID, "/gateway"),
            limit: MessageList.byteCount(MessageList.maximum, of: SlipAnswer.messageByteCount))
        (call.body, call.contentType, call.authorization) = (messages, "application/octet-stream", pass.field)
        let answer = try await connection.send(call)
        guard answer.status == 200 else { throw AnswerFault(call.name, "status \(answer.status)") }
        return answer.body
    }

    /// - Throws: as `manifest`.
    public func post(_ statement: RelayStatement, of roundID: RoundID) async throws {
        _ = try await connection.send(Call(.post, path(roundID, "/relays"), statement.json))
    }

    /// Nil where it is not there yet.
    private func document(_ path: String) async throws -> [UInt8]? {
        do {
            return try await connection.send(Call(.get, path)).body
        } catch let problem as ServerProblem where [404, 409].contains(problem.status) {
            return nil
        }
    }
}
