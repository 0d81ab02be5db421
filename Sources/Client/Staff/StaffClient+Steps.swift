public import SecretBallot
import StrictEncoding

/// The meeting: each step may be repeated, none undone.
extension StaffClient {
    /// Opens the issuing of tokens, once every member of the board has signed.
    @discardableResult
    public func issue(_ round: String) async throws -> RoundSummary { try await step("/issuing", of: round, [:]) }

    @discardableResult
    public func setPresence(_ marks: [(voter: String, mark: PresenceMark)], of round: String) async throws -> Turnout {
        let list = marks.map { mark -> JSONValue in
            ["voter": .string(mark.voter), "mark": .string(mark.mark.rawValue)]
        }
        return try await read(
            Call(.put, Self.path(round, "/presence"), ["marks": .array(list)]), Turnout.init(reading:))
    }

    /// Opens the voting.
    /// - Parameter warnings: the names of those that were read to the meeting and accepted.
    /// - Throws: `ServerProblem` with `unacknowledged-warnings` and the warnings.
    @discardableResult
    public func vote(_ round: String, acknowledging warnings: [String] = []) async throws -> RoundSummary {
        try await step("/voting", of: round, Self.acknowledgement(warnings))
    }

    /// Ends the voting: no more tokens are issued, slips are taken until the seal.
    /// - Throws: as `vote(_:acknowledging:)`.
    @discardableResult
    public func close(_ round: String, acknowledging warnings: [String] = []) async throws -> RoundSummary {
        try await step("/closing", of: round, Self.acknowledgement(warnings))
    }

    /// Seals the boxes of a round whose voting has ended, for good.
    /// - Throws: as `vote(_:acknowledging:)`.
    @discardableResult
    public func seal(_ round: String, acknowledging warnings: [String] = []) async throws -> RoundSummary {
        try await step("/seal", of: round, Self.acknowledgement(warnings))
    }

    /// Releases a member's share; with enough of them the service opens and counts.
    /// - Throws: as `vote(_:acknowledging:)`.
    @discardableResult
    public func open(
        _ round: String, with share: BoardShare, acknowledging warnings: [String] = []
    ) async throws -> RoundSummary {
        let acknowledged = warnings.isEmpty ? nil : JSONValue.array(warnings.map(JSONValue.string))
        return try await step("/open", of: round, share.json.adding("acknowledge", acknowledged))
    }

    public func results(of round: String) async throws -> RoundResults {
        try await read(Call(.get, Self.path(round, "/results"), limit: 64 << 20), RoundResults.init(reading:))
    }

    /// Signs the count.
    public func sign(_ signature: MinutesSignature, of round: String) async throws {
        try await send(Call(.post, Self.path(round, "/minutes-signatures"), signature.json))
    }

    /// Counts again from the open boxes.
    public func tally(_ round: String) async throws -> RoundResults {
        try await read(Call(.post, Self.path(round, "/tally"), [:], limit: 64 << 20), RoundResults.init(reading:))
    }

    /// Certifies the results, which publishes them.
    /// - Throws: as `vote(_:acknowledging:)`.
    @discardableResult
    public func certify(_ round: String, acknowledging warnings: [String] = []) async throws -> RoundSummary {
        try await step("/certify", of: round, Self.acknowledgement(warnings))
    }

    /// Ends a round that is not sealed, for good.
    /// - Throws: as `vote(_:acknowledging:)`.
    @discardableResult
    public func cancel(
        _ round: String, reason: String, acknowledging warnings: [String] = []
    ) async throws -> RoundSummary {
        let body = Self.acknowledgement(warnings).adding("reason", .string(reason))
        return try await step("/cancel", of: round, body)
    }

    private func step(_ name: String, of round: String, _ body: JSONValue) async throws -> RoundSummary {
        try await read(Call(.post, Self.path(round, name), body), RoundSummary.init(reading:))
    }

    static func acknowledgement(_ warnings: [String]) -> JSONValue {
        ["acknowledge": .array(warnings.map(JSONValue.string))]
    }
}
