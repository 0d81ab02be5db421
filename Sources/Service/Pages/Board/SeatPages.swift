import Hummingbird
import Recognition
import StrictEncoding

/// The page of a seat of a board of several, on its member's own device: who has the invitation needs no account.
///
/// Nothing of it is sent here: the invitation's code stands in the address's fragment, and the page's scripts show it to
/// the API.
struct SeatPages {
    let kit: PageKit

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("board/:round", use: show)
    }

    /// Whether there is such a round is not said to whoever has no invitation to it.
    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let round = try context.parameters.require("round")
        return try kit.page(
            "board-seat", title: BilingualText("Ban kiểm phiếu", "Counting board"), ["round": .string(round)],
            styles: ["styles/member.css", "styles/board.css", "styles/seat.css"],
            scripts: ["scripts/member/card-address.js", "scripts/board/seat-page.js"], for: context)
    }
}
