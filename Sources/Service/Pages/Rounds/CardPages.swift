import Hummingbird
import Recognition
import SecretBallot
import StrictEncoding

/// The access cards: their codes are made by the page and never come here, only the public keys do.
struct CardPages {
    /// What is typed before cards that were handed out stop being good.
    static let replacing = BilingualText("thay thẻ", "replace cards")

    private static let limit = 512 << 10

    let kit: PageKit
    let office: RoundOffice
    let actions: RoundActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/cards", use: show)
        pages.post("desk/rounds/:round/cards", use: setCardKeys)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.prepareRound)
        let desk = try context.desk(of: office)
        let voters = try await desk.draftVoters()
        let count = voters?.entries.count ?? 0
        let round = try await desk.summary()
        let draft = try await desk.draft().json
        // What the cards' QR codes lead to; else the address at which the page itself was opened.
        let address = office.tools.installation.publicAddress.map(JSONValue.string) ?? .null
        return try kit.page(
            "desk-cards", title: BilingualText("Thẻ vào phiếu", "Access cards"),
            [
                "round": round, "draft": draft, "steps": DraftSteps.json(at: .cards, of: desk.name),
                "members": voters?.lines ?? .array([]), "withoutKey": .integer(voters?.withoutKey ?? 0),
                "withKey": .integer(count - (voters?.withoutKey ?? 0)), "serviceAddress": address,
                "replacing": Self.replacing.json,
            ],
            styles: ["styles/desk.css", "styles/desk-cards.css"], scripts: ["scripts/desk/cards-page.js"], for: context)
    }

    /// For the page's script: `keys` holds a line for each member, the id and the public key in base64url.
    @Sendable private func setCardKeys(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.setCardKeys), try context.desk(of: office))
        let form = try await kit.form(request, context, limit: Self.limit)
        let keys = try Self.keys(form.raw("keys"))
        var isMeant = false
        if form["confirmation"] != nil {
            try form.confirms(Self.replacing)
            isMeant = true
        }
        let voters = try await actions.setCardKeys(keys, in: desk, replacing: isMeant, by: member)
        return .json(["voters": .integer(voters.entries.count), "withoutKey": .integer(voters.withoutKey)])
    }

    private static func keys(_ text: String) throws -> [String: VerifyingKey] {
        var keys: [String: VerifyingKey] = [:]
        for (index, line) in text.split(separator: "\n").enumerated() {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            let place = "keys[\(index)]"
            guard parts.count == 2, index < VoterTable.maximumVoters else {
                throw MalformedInput(.syntax, at: place, "an id and a key")
            }
            let key = try VerifyingKey(reading: JSONReader(.string(parts[1]), at: place))
            guard keys.updateValue(key, forKey: parts[0]) == nil else { throw MalformedInput(.repeated, at: place) }
        }
        guard !keys.isEmpty else { throw MalformedInput(.missingMember, at: "keys") }
        return keys
    }
}
