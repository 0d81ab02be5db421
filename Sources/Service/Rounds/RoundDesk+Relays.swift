import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// The relays through which slips may come: named in the draft, and heard of when they have mixed.
extension RoundDesk {
    /// - Throws: `Problem.relayOwnHost`, `.sameKey`, `.alreadyFreezing`, `.wrongState`.
    func setRelays(_ relays: DraftRelays, noting entry: JournalEntry) async throws {
        try relays.requireElsewhere(than: tools.installation.address)
        if try await state() == .draft { try await requireDistinctKeys(relays: relays.list) }
        try await store(relays.stored, as: .draftRelays, noting: entry)
    }

    func draftRelays() async throws -> [RelayReference] { try await storedRelays()?.list ?? [] }

    /// Nil where none were ever named.
    func storedRelays() async throws -> DraftRelays? {
        try await document(.draftRelays).map { bytes in try DraftRelays(stored: bytes) }
    }

    // MARK: - What they say

    /// Keeps a relay's word of how many voters' ballots it mixed. The first stands; the same number said again is the
    /// same, in whatever signature. No number is refused for what it is: what one relay says, however untrue, must not
    /// have another's word refused, whose ballots would count as not sent.
    /// - Throws: `Problem.relayStatement` for one that the audit would not hold, `.relayDiffers`, `.wrongState`,
    ///   `.notFound` where the round has no relays, `.keptBack`.
    func addStatement(_ statement: RelayStatement) async throws {
        try await steps.withLock { [self] in
            try requireWhole()
            let (state, manifest) = (try await state(), try await manifest())
            guard manifest.casting != nil else { throw Problem(.notFound, "the round has no relays") }
            let closing = try await closing(of: manifest)
            guard statement.isValid(for: closing, of: manifest) else { throw Problem(.relayStatement) }
            if let first = try await statements(of: manifest).first(where: { $0.relay == statement.relay }) {
                guard first.voters == statement.voters else { throw Problem(.relayDiffers) }
                return
            }
            guard state == .closing else { throw Problem.wrongState(state.rawValue) }
            try await keep(statement)
        }
    }

    private func keep(_ statement: RelayStatement) async throws {
        try await tools.register.store(
            statement.json.encoded(), as: RoundDocument.statement(of: statement.relay), of: name, .once,
            while: [RoundState.closing.rawValue])
        held.withLock { $0.stepsTaken += 1 }
    }

    /// What ended the voting, over which relays sign.
    /// - Throws: `Problem.wrongState` before.
    func closing(of manifest: Manifest) async throws -> Closing {
        let state = try await state()
        guard state.isClosed else { throw Problem.wrongState(state.rawValue) }
        return try ClosingDocument(try await require(.closing), of: manifest).closing
    }

    /// In the relays' order; none from relays that have not mixed yet.
    func statements(of manifest: Manifest) async throws -> [RelayStatement] {
        var statements: [RelayStatement] = []
        for place in (manifest.casting?.relays ?? []).indices {
            let document = RoundDocument.statement(of: place)
            guard let bytes = try await tools.register.document(document, of: name) else { continue }
            statements.append(try RelayStatement(bytes, as: document))
        }
        return statements
    }

    /// The relays that have not said how many they mixed.
    func silentRelays(of manifest: Manifest) async throws -> [RelayReference] {
        let heard = Set(try await statements(of: manifest).map(\.relay))
        return (manifest.casting?.relays ?? []).enumerated().filter { !heard.contains($0.offset) }.map(\.element)
    }

    /// {name, url, voters?} of each relay of the frozen round.
    func relayList(of manifest: Manifest) async throws -> JSONValue {
        let heard = Dictionary(uniqueKeysWithValues: try await statements(of: manifest).map { ($0.relay, $0.voters) })
        let list = (manifest.casting?.relays ?? []).enumerated().map { place, relay in
            let value: JSONValue = ["name": .string(relay.name), "url": .string(relay.url)]
            return value.adding("voters", heard[place].map(JSONValue.integer))
        }
        return .array(list)
    }
}
