import SecretBallot
import StrictEncoding

/// The relays of a frozen round as pages show them: who has sent what was handed over, and who has not said so yet.
struct RelayLines: Sendable {
    private let relays: [RelayReference]

    /// By the relays' places.
    private let heard: [Int: Int]

    init(of desk: RoundDesk) async throws {
        let manifest = try await desk.manifest()
        relays = manifest.casting?.relays ?? []
        heard = Dictionary(
            uniqueKeysWithValues: try await desk.statements(of: manifest).map { ($0.relay, $0.voters) })
    }

    /// Nil where everybody casts straight.
    var json: JSONValue? {
        guard !relays.isEmpty else { return nil }
        let lines = relays.enumerated().map { place, relay -> JSONValue in
            [
                "name": .string(relay.name), "isHeard": .bool(heard[place] != nil),
                "voters": .integer(heard[place] ?? 0),
            ]
        }
        return ["list": .array(lines), "areAllHeard": .bool(heard.count == relays.count)]
    }
}
