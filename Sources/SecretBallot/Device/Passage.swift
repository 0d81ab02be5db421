import ObliviousHTTP
import Recognition
import StrictEncoding

/// A ballot's way through a relay, as a voter's device keeps it before anything of it is sent.
public struct Passage: Sendable {
    public enum State: String, Sendable, CaseIterable {
        /// It may not have been handed over.
        case made

        /// The relay has it; nothing of it is in the box.
        case taken

        /// The relay has it in its mix; nobody has said that it is in the box.
        case sending

        /// The relay has sent it, and handed out what came back.
        case answered

        /// The relay has it in its mix, and lost what came back.
        case lost

        /// The relay has mixed without it.
        case unsent

        /// The round is over, and the relay had sent nothing of it.
        case ended

        /// The relay signed that it will never send it.
        case released
    }

    /// The relay's place in the manifest.
    public let relay: Int

    /// The fewest voters with whom the member will be mixed.
    public internal(set) var atLeast: Int
    public let bundle: Bundle

    /// For each place of the bundle which slip stands there, and what opens its answer.
    let places: [(slip: Int, answer: ResponseKey)]
    public internal(set) var state = State.made

    /// Whether the relay ever said that it took the bundle, whatever it said since.
    public internal(set) var wasTaken = false

    /// With how many it was mixed; where it was left out, how many were mixed.
    public internal(set) var voters: Int?

    /// Whether the relay mixed it with fewer than it took it for.
    public var isSmallMix: Bool { [.sending, .answered].contains(state) && (voters ?? atLeast) < atLeast }
}

extension Passage {
    var json: JSONValue {
        let value: JSONValue = [
            "relay": .integer(relay), "atLeast": .integer(atLeast), "bundle": .bytes(bundle.bytes),
            "places": .array(places.map { ["slip": .integer($0.slip), "answer": .bytes($0.answer.bytes)] }),
            "state": .string(state.rawValue), "wasTaken": .bool(wasTaken),
        ]
        return value.adding("voters", voters.map(JSONValue.integer))
    }

    /// - Throws: `MalformedInput`, and what an answer's key throws that is none.
    init(reading reader: JSONReader, of manifest: Manifest) throws {
        let object = try reader.object(
            ["relay", "atLeast", "bundle", "places", "state"], optional: ["voters", "wasTaken"])
        let form = try SlipEnvelopes(of: manifest).form
        relay = try object.member("relay").integer(in: 0...Casting.maximumRelays)
        guard manifest.casting?.relays.indices.contains(relay) == true else {
            throw MalformedInput(.wrongValue, at: "device.passage.relay")
        }
        atLeast = try object.member("atLeast").integer(in: 1...manifest.voters.count)
        bundle = try Bundle(object.member("bundle").bytes(form.byteCount), of: form)
        places = try object.member("places").array(maximum: form.count).map { place in
            let object = try place.object(["slip", "answer"])
            return (
                try object.member("slip").integer(in: 0...form.count - 1),
                try ResponseKey(object.member("answer").bytes(ResponseKey.byteCount))
            )
        }
        state = try object.member("state").choice()
        wasTaken = try object.optional("wasTaken")?.bool() ?? (state != .made)
        voters = try object.optional("voters")?.integer(in: 0...Int(UInt32.max))
    }
}
