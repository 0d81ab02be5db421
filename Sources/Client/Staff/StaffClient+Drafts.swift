public import SecretBallot
public import StrictEncoding

/// From a draft to a frozen manifest.
extension StaffClient {
    /// Names the relays through which ballots may come; none where everybody casts straight.
    public func setRelays(_ relays: [RelayReference], of round: String) async throws {
        try await send(Call(.put, Self.path(round, "/relays"), ["relays": .array(relays.map(\.json))]))
    }

    public func guidance() async throws -> [GuidanceEntry] {
        try await read(Call(.get, "/staff/guidance")) { answer throws(MalformedInput) in
            try answer.looseObject().list("profiles", GuidanceEntry.init(reading:))
        }
    }

    public func rounds() async throws -> [RoundSummary] {
        try await read(Call(.get, "/staff/rounds")) { answer throws(MalformedInput) in
            try answer.looseObject().list("rounds", RoundSummary.init(reading:))
        }
    }

    public func round(_ round: String) async throws -> RoundDetail {
        try await read(Call(.get, Self.path(round), limit: 32 << 20), RoundDetail.init(reading:))
    }

    /// - Parameter draft: {kind, title, year, authority, guidance, body, details?, rules?}.
    public func createRound(_ draft: JSONValue) async throws -> RoundSummary {
        try await read(Call(.post, "/staff/rounds", draft), RoundSummary.init(reading:))
    }

    public func setUnits(_ csv: [UInt8], of round: String) async throws -> UnitImport {
        try await read(Call(.put, Self.path(round, "/units"), csv: csv), UnitImport.init(reading:))
    }

    /// - Parameter warnings: the names of those that were read and accepted: cards that become void.
    /// - Throws: `ServerProblem` with `unacknowledged-warnings` and the warnings.
    public func setVoters(
        _ csv: [UInt8], of round: String, acknowledging warnings: [String] = []
    ) async throws -> VoterImport {
        let path = Self.path(round, "/voters") + Self.query(warnings)
        return try await read(Call(.put, path, csv: csv), VoterImport.init(reading:))
    }

    /// What is acknowledged where the body has no place for it.
    static func query(_ warnings: [String]) -> String {
        let names = warnings.map { "acknowledge=" + Call.segment($0) }.joined(separator: "&")
        return names.isEmpty ? "" : "?" + names
    }

    public func setBoard(_ board: CountingBoard, of round: String) async throws {
        let members = board.members.map { member -> JSONValue in
            ["name": .string(member.name), "key": .bytes(member.key.bytes)]
        }
        let body: JSONValue = [
            "threshold": .integer(board.threshold), "members": .array(members),
            "publicKey": .bytes(board.publicKey.bytes),
        ]
        try await send(Call(.put, Self.path(round, "/board"), body))
    }

    /// Begins the making of the token keys, which takes from seconds to minutes.
    /// - Throws: `ServerProblem` with `unacknowledged-warnings` and the warnings.
    public func freeze(_ round: String, acknowledging warnings: [String] = []) async throws -> FreezeProgress {
        try await read(
            Call(.post, Self.path(round, "/freeze"), Self.acknowledgement(warnings)), FreezeProgress.init(reading:))
    }

    public func freezeProgress(of round: String) async throws -> FreezeProgress {
        try await read(Call(.get, Self.path(round, "/freeze")), FreezeProgress.init(reading:))
    }

    /// Freezes a round and waits until it is.
    /// - Throws: `FreezeFailure` too.
    public func freeze(
        _ round: String, acknowledging warnings: [String] = [], every interval: Duration,
        progress: (FreezeProgress) -> Void
    ) async throws -> RoundID {
        var now = try await freeze(round, acknowledging: warnings)
        while true {
            progress(now)
            if let roundID = now.roundID { return roundID }
            if let code = now.failure { throw FreezeFailure(code: code) }
            try await Task.sleep(for: interval)
            now = try await freezeProgress(of: round)
        }
    }

    public func sign(_ signature: FreezeSignature, of round: String) async throws {
        try await send(Call(.post, Self.path(round, "/freeze-signatures"), signature.json))
    }
}
