import Hummingbird
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// Who is here, taken down name by name.
struct PresencePages {
    private static let formLimit = 1 << 20

    let kit: PageKit
    let office: RoundOffice
    let actions: RoundActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/presence", use: show)
        pages.post("desk/rounds/:round/presence", use: save)
        pages.get("desk/rounds/:round/presence/live", use: live)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.prepareRound)
        let desk = try context.desk(of: office)
        let list = try await PresenceList(desk)
        let round = try await desk.summary()
            .adding("quorum", try await Quorum.of(desk)?.json ?? .null)
            .adding("members", list.json).adding("isOpen", .bool(desk.live != nil))
            .adding("excused", .integer(list.count(.excused))).adding("absent", .integer(list.count(.absent)))
        return try kit.page(
            "presence", title: BilingualText("Điểm danh", "Presence"), ["round": round],
            styles: ["styles/round.css"], scripts: ["scripts/round/presence.js"], for: context)
    }

    /// Without scripts: what differs from what stands is marked, all of it or nothing.
    @Sendable private func save(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.markPresence), try context.desk(of: office))
        return try await kit.submit(request, context, limit: Self.formLimit, page: show) { form in
            let marks = try await PresenceList(desk).changes(in: form)
            _ = try await actions.mark(marks, in: desk, by: member)
            return "/desk/rounds/\(desk.name)/presence"
        }
    }

    /// What the page's script shows again after each tap, and what others have marked meanwhile.
    @Sendable private func live(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.prepareRound)
        let desk = try context.desk(of: office)
        return .json([
            "state": .string(try await desk.entry().state), "quorum": try await Quorum.of(desk)?.json ?? .null,
            "members": try await PresenceList(desk).json,
        ])
    }
}
