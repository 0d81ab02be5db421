import Hummingbird
import Recognition
import SecretBallot
import StrictEncoding

/// The counting board's desk in one round: its key, its word at freezing, the opening of the box. The key is made and
/// used by the page's scripts, on the board's own device.
struct BoardPages {
    let kit: PageKit
    let office: RoundOffice

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/board", use: show)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.seeBoard)
        let desk = try context.desk(of: office)
        let isSigned = try await !desk.minutesDocument().signatures.isEmpty
        let round = try await RoundOverview(desk: desk, member: member).json().adding("minutesSigned", .bool(isSigned))
        return try kit.page(
            "board", title: BilingualText("Ban kiểm phiếu", "Counting board"), ["round": round],
            styles: ["styles/round.css", "styles/board.css", "styles/desk-board.css"],
            scripts: ["scripts/board/board-page.js"], for: context)
    }
}
