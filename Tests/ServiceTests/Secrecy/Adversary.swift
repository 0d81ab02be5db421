import ObliviousHTTP
import StrictEncoding

@testable import SecretBallot

/// Whoever runs the service, has kept everything that came to it, has its keys, and wants to know who cast which slip.
///
/// A connection stands for all by which a device can be known again at the service, its address before all.
struct Adversary {
    /// By which way slips came.
    enum Way { case straight, relay }

    /// The rules by which it guesses: each slip of a contest another voter's.
    enum Rule: CaseIterable {
        /// Who was on the same connection.
        case connection

        /// Who asked for tokens first cast first.
        case order

        /// Who asked for tokens last cast first.
        case reversed

        /// Who said first that the slips were found cast first.
        case finding

        /// The boxes keep the order of the list of voters.
        case boxes

        /// Whose answers were spoilt is seen to come again first, or more often than others.
        case reaction

        /// Who has the cards knows what a device makes of one.
        case cards
    }

    private struct SeenSlip {
        let slip: Slip
        let way: Way
        let connection: Int

        /// When, and within what came at once, where.
        let moment: (Int, Int)
    }

    /// A voter, who is named by the request for tokens.
    private struct Suspect {
        let name: String
        let connection: Int
        let found: Int
    }

    private let requests: [SeenRequest]

    /// What devices make of the cards, by the slips' names in the box: nothing that a slip has follows from a card.
    private let made: [[UInt8]: String]
    private let slips: [SeenSlip]

    /// In the order in which they asked for tokens.
    private let voters: [Suspect]

    /// - Parameter cards: whoever printed them has them too.
    init(
        _ requests: [SeenRequest], _ manifest: Manifest, gateway: ObliviousGateway, cards: [AccessCode]
    ) throws {
        self.requests = requests
        made = Dictionary(
            try cards.flatMap { card in
                let device = try VotingDevice(manifest, code: card)
                return device.ballots.map { (Hash.digest($0.oneTimeKey.publicKey.bytes), device.voter) }
            }, uniquingKeysWith: { first, _ in first })
        let gateway = try SlipGateway(gateway, of: manifest)
        slips = try requests.flatMap { try Self.slips(in: $0, gateway) }.firstOfEach(\.slip.id)
        let found = try Self.named(in: requests, at: "/found")
        voters = try Self.named(in: requests, at: "/tokens").firstOfEach(\.voter).map { name, request in
            Suspect(
                name: name, connection: request.connection,
                found: found.first { $0.voter == name }?.request.moment ?? .max)
        }
    }

    private static func named(
        in requests: [SeenRequest], at path: String
    ) throws -> [(voter: String, request: SeenRequest)] {
        try requests.filter { $0.method == "POST" && $0.path.hasSuffix(path) }.map { request in
            let object = try JSONReader(parsing: request.body, as: "seen", limit: 1 << 24).looseObject()
            return (try object.member("voter").string(), request)
        }
    }

    private static func slips(in request: SeenRequest, _ gateway: SlipGateway) throws -> [SeenSlip] {
        guard request.method == "POST" else { return [] }
        if request.path.hasSuffix("/slips") {
            let object = try JSONReader(parsing: request.body, as: "seen", limit: 1 << 16).looseObject()
            let slip = try Slip(object.member("slip").bytes())
            return [
                SeenSlip(slip: slip, way: .straight, connection: request.connection, moment: (request.moment, 0))
            ]
        }
        guard request.path.hasSuffix("/gateway") else { return [] }
        return try MessageList.parse(request.body, as: "seen").enumerated().compactMap { place, message in
            guard case .slip(let bytes, _) = gateway.open(message) else { return nil }
            return SeenSlip(
                slip: try Slip(bytes), way: .relay, connection: request.connection, moment: (request.moment, place))
        }
    }

    // MARK: - Guessing

    /// How many slips are guessed rightly.
    /// - Parameter truth: whose each slip is, by its bytes.
    func right(_ rule: Rule, _ way: Way, _ truth: [[UInt8]: String]) -> Int {
        let came = Dictionary(grouping: slips.filter { $0.way == way }, by: \.slip.contest)
        return came.values.reduce(0) { sum, slips in
            sum + guess(rule, slips, suspects(way)).count { truth[$0.slip.bytes] == $0.voter }
        }
    }

    /// Whoever was seen to cast straight handed nothing to a relay.
    private func suspects(_ way: Way) -> [Suspect] {
        let straight = Set(slips.filter { $0.way == .straight }.map(\.connection))
        return voters.filter { straight.contains($0.connection) == (way == .straight) }
    }

    /// - Parameter slips: of one contest.
    private func guess(_ rule: Rule, _ slips: [SeenSlip], _ suspects: [Suspect]) -> [(slip: Slip, voter: String)] {
        let byTime = slips.sorted { $0.moment < $1.moment }
        switch rule {
        case .connection: return known(byTime, suspects) { $0.connection == $1.connection }
        case .order: return pairs(byTime, suspects)
        case .reversed: return pairs(byTime, suspects.reversed())
        case .finding: return pairs(byTime, suspects.sorted { $0.found < $1.found })
        case .boxes:
            let boxed = slips.sorted { $0.slip.id.lexicographicallyPrecedes($1.slip.id) }
            return pairs(boxed, suspects.sorted { $0.name < $1.name })
        case .reaction:
            // What was spoilt is the first of each three of a request, by the service's own choice.
            let spoilt = byTime.filter { Garbling.isGarbled($0.moment.1) }
            let whole = byTime.filter { !Garbling.isGarbled($0.moment.1) }
            return pairs(spoilt + whole, suspects.sorted { comings(of: $0) > comings(of: $1) })
        case .cards: return known(byTime, suspects) { $1.name == made[$0.slip.id] }
        }
    }

    /// How often somebody's device came back after the relay had sent.
    private func comings(of suspect: Suspect) -> Int {
        let sent = requests.first { $0.path.hasSuffix("/gateway") }?.moment ?? .max
        return requests.count { $0.moment > sent && $0.connection == suspect.connection }
    }

    private func pairs(_ slips: [SeenSlip], _ suspects: [Suspect]) -> [(slip: Slip, voter: String)] {
        Array(zip(slips.map(\.slip), suspects.map(\.name)))
    }

    /// Whoever is left over is guessed by order.
    private func known(
        _ slips: [SeenSlip], _ suspects: [Suspect], _ isOf: (SeenSlip, Suspect) -> Bool
    ) -> [(slip: Slip, voter: String)] {
        var (guesses, rest, free): ([(Slip, String)], [SeenSlip], [Suspect]) = ([], [], suspects)
        for slip in slips {
            if let place = free.firstIndex(where: { isOf(slip, $0) }) {
                guesses.append((slip.slip, free.remove(at: place).name))
            } else {
                rest.append(slip)
            }
        }
        return guesses + pairs(rest, free)
    }
}

extension Array {
    /// What comes again says nothing new.
    fileprivate func firstOfEach<Name: Hashable>(_ name: (Element) -> Name) -> [Element] {
        var known: Set<Name> = []
        return filter { known.insert(name($0)).inserted }
    }
}
