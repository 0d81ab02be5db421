import Hummingbird
import Recognition
import SecretBallot
import StrictEncoding

/// Through whom members may hand over their ballots: the secretary names relays in the draft, each another body's.
struct RelayPages {
    let kit: PageKit
    let office: RoundOffice
    let actions: RoundActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/relays", use: show)
        pages.post("desk/rounds/:round/relays", use: name)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.prepareRound)
        let desk = try context.desk(of: office)
        let isDraft = try await desk.state() == .draft
        let relays = isDraft ? try await desk.draftRelays() : try await desk.manifest().casting?.relays ?? []
        return try kit.page(
            "desk-relays", title: BilingualText("Trạm chuyển phiếu", "Relays"),
            [
                "round": try await desk.summary(),
                "relays": .array(relays.map { $0.json.adding("identity", $0.identity) }),
                "lines": .string(DraftRelays.lines(relays)),
            ],
            styles: ["styles/desk.css"], for: context)
    }

    @Sendable private func name(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.nameRelays), try context.desk(of: office))
        return try await kit.submit(request, context, page: show) { form in
            try await actions.nameRelays(DraftRelays(lines: form.raw("lines")), in: desk, by: member)
            return "/desk/rounds/\(desk.name)"
        }
    }
}

extension DraftRelays {
    /// As the page has them: a line each, name, address and key between semicolons.
    /// - Throws: `MalformedInput`.
    init(lines text: String) throws(MalformedInput) {
        let lines = text.split(separator: "\n").map { $0.trimmingPrefix { $0.isWhitespace } }.filter { !$0.isEmpty }
        var relays: [JSONValue] = []
        for (index, line) in lines.enumerated() {
            let parts = line.split(separator: ";", omittingEmptySubsequences: false)
                .map { TypedText.cleaned(String($0)) }
            guard parts.count == 3 else {
                throw MalformedInput(.syntax, at: "relays[\(index)]", "name; address; key")
            }
            relays.append(["name": .string(parts[0]), "url": .string(parts[1]), "key": .string(parts[2])])
        }
        try self.init(reading: JSONReader(["relays": .array(relays)], at: ""))
    }

    static func lines(_ relays: [RelayReference]) -> String {
        relays.map { "\($0.name); \($0.url); \(Base64URL.encode($0.key.bytes))" }.joined(separator: "\n")
    }
}

extension RelayReference {
    /// Which relay it is, for people: `{host, fingerprint, isTrial}`.
    var identity: JSONValue {
        ["host": .string(host), "fingerprint": .string(fingerprint), "isTrial": .bool(isOnLoopback)]
    }
}
