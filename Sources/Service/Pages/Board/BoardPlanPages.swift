import Hummingbird
import Recognition
import StrictEncoding

/// Where the secretary names a board of several: its members, how many of them open, their invitations on paper, and who
/// has come. Invitations are shown once, by the page's script, and kept by nobody.
struct BoardPlanPages {
    let kit: PageKit
    let office: RoundOffice

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/board-members", use: show)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.prepareRound)
        let desk = try context.desk(of: office)
        let address = office.tools.installation.publicAddress.map(JSONValue.string) ?? .null
        return try kit.page(
            "desk-board", title: BilingualText("Lập ban kiểm phiếu", "The board's members"),
            [
                "round": try await desk.summary(), "draft": try await desk.draft().json,
                "steps": DraftSteps.json(at: .freeze, of: desk.name), "serviceAddress": address,
            ],
            styles: ["styles/desk.css", "styles/desk-cards.css", "styles/desk-board.css"],
            scripts: ["scripts/desk/board-members.js"], for: context)
    }
}
