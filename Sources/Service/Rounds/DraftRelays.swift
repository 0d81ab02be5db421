import SecretBallot
import StrictEncoding

/// The relays that a draft names: members may hand their ballots to any of them.
struct DraftRelays: Sendable {
    let list: [RelayReference]

    /// Reads {relays: [{name, url, key}]}.
    /// - Throws: `MalformedInput`, also where two have one name or one key.
    init(reading reader: JSONReader) throws(MalformedInput) {
        let relays = try reader.object(["relays"]).member("relays")
        list = try Casting.relays(reading: relays)
        guard Set(list.map(\.key)).count == list.count else {
            throw MalformedInput(.repeated, at: relays.place, "a key of another relay")
        }
    }

    init(stored bytes: [UInt8]) throws(MalformedInput) {
        try self.init(reading: JSONReader(parsing: bytes, as: "relays", limit: 64 << 10))
    }

    var stored: [UInt8] {
        let value: JSONValue = ["relays": .array(list.map(\.json))]
        return value.encoded()
    }

    /// A relay that runs where the service runs hides nobody from it.
    /// - Parameter address: of the service, as browsers reach it.
    /// - Throws: `Problem.relayOwnHost`.
    func requireElsewhere(than address: String) throws(Problem) {
        guard let own = list.first(where: { $0.isOnHost(of: address) }) else { return }
        throw Problem(.relayOwnHost, own.url)
    }
}
