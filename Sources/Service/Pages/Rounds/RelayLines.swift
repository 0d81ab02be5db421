import SecretBallot
import StrictEncoding

/// The relays of a frozen round as pages show them: who has sent what was handed over, who has not said so yet, and whom
/// the page itself asks how many have handed over.
struct RelayLines: Sendable {
    private let roundID: RoundID
    private let relays: [RelayReference]
    private let state: RoundState

    /// By the relays' places.
    private let heard: [Int: Int]

    init(of desk: RoundDesk) async throws {
        let manifest = try await desk.manifest()
        (roundID, relays, state) = (manifest.roundID, manifest.casting?.relays ?? [], try await desk.state())
        heard = Dictionary(
            uniqueKeysWithValues: try await desk.statements(of: manifest).map { ($0.relay, $0.voters) })
    }

    /// Nil where everybody casts straight.
    var json: JSONValue? {
        guard !relays.isEmpty else { return nil }
        return [
            "roundID": .bytes(roundID.bytes), "state": .string(state.rawValue), "isOver": .bool(state.isSealed),
            "list": .array(relays.enumerated().map { line($1, at: $0) }),
        ]
    }

    private func line(_ relay: RelayReference, at place: Int) -> JSONValue {
        let isAsked = state.isTaking && heard[place] == nil
        return [
            "name": .string(relay.name), "isHeard": .bool(heard[place] != nil), "voters": .integer(heard[place] ?? 0),
            "asked": isAsked ? .string(relay.url) : .null, "identity": relay.identity,
        ]
    }

    /// Whom a page of the round asks now: in its policy these stand, and nobody else.
    static func asked(by desk: RoundDesk) async throws -> [String] {
        guard try await desk.state().isTaking else { return [] }
        return try await desk.manifest().casting?.relays.map(\.url) ?? []
    }
}
