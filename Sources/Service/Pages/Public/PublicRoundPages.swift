import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// What anybody may know of a round, now and years later.
struct PublicRoundPages {
    let kit: PageKit
    let rounds: PublicRounds
    let decisions: DecisionDesk

    func add(to pages: RouterGroup<ServiceContext>) { pages.get("rounds/:roundID", use: round) }

    @Sendable private func round(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let desk = try rounds.desk(context)
        let facts = try await rounds.facts(of: desk)
        let round = try await RoundPage(desk: desk, rounds: rounds, decisions: decisions).json()
        let lines = try await RegisterSearch(round: desk.name).lines(of: decisions.register)
        var response = try kit.page(
            "public-round", title: BilingualText(facts.title, facts.title),
            ["round": round, "lines": .array(lines.map(\.json))],
            styles: ["styles/public.css", "styles/outcomes.css"], scripts: ["scripts/round/public-round.js"],
            for: context)
        response.allowConnecting(to: try await RelayLines.asked(by: desk))
        return response
    }
}

/// What the projector in the room shows: where the round is, its code, who is here, how many slips came in; in the end
/// the results.
struct ScreenPages {
    let kit: PageKit
    let rounds: PublicRounds
    let decisions: DecisionDesk

    func add(to pages: RouterGroup<ServiceContext>) { pages.get("rounds/:roundID/screen", use: screen) }

    @Sendable private func screen(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let desk = try rounds.desk(context)
        let round = try await RoundPage(desk: desk, rounds: rounds, decisions: decisions).json()
        let facts = try await rounds.facts(of: desk)
        var response = try kit.page(
            "screen", title: BilingualText("Màn hình: \(facts.title)", "Screen: \(facts.title)"), ["round": round],
            styles: ["styles/screen.css", "styles/outcomes.css"], scripts: ["scripts/screen/screen.js"], for: context)
        response.allowConnecting(to: try await RelayLines.asked(by: desk))
        return response
    }
}
