import Hummingbird
import Recognition
import StrictEncoding

/// The members of the committee who vote in a round: imported, looked at, replaced while the round is a draft.
struct MemberListPages {
    let kit: PageKit
    let office: RoundOffice
    let journal: Journal

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/members", use: show)
        pages.post("desk/rounds/:round/members", use: take)
        pages.get("desk/rounds/:round/members/mau-cap-uy.csv", use: example)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await page(context, preview: .null)
    }

    private func page(_ context: ServiceContext, preview: JSONValue) async throws -> Response {
        _ = try context.require(.secretary)
        let desk = try context.desk(of: office)
        let voters = try await desk.draftVoters()
        return try kit.page(
            "desk-members", title: BilingualText("Danh sách cấp ủy", "Members"),
            [
                "round": try await desk.summary(), "preview": preview,
                "steps": DraftSteps.json(at: .members, of: desk.name),
                "members": voters?.lines ?? .array([]), "withoutKey": .integer(voters?.withoutKey ?? 0),
                "withKey": .integer((voters?.entries.count ?? 0) - (voters?.withoutKey ?? 0)),
                "table": .string(voters?.table ?? ""),
            ],
            styles: ["styles/desk.css"], scripts: ["scripts/desk/table-drop.js"], for: context)
    }

    @Sendable private func take(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await kit.answer(request, context, limit: TableForm.limit, page: show) { form in
            let (member, desk) = (try context.require(.secretary), try context.desk(of: office))
            let table = TableForm(form)
            let preview = VoterTable.preview(table.bytes)
            if preview.isImportable { _ = try DraftVoters(VoterTable(parsing: table.bytes)) }
            guard table.isImport else { return try await page(context, preview: preview.json(text: table.text)) }
            guard preview.isImportable else {
                var context = context
                context.visit.problem = Problem(.csv)
                return try await page(context, preview: preview.json(text: table.text))
            }
            let voters = try await desk.importVoters(table.bytes, keepingKeys: true)
            try await journal.note(member, "round.voters", "\(voters.entries.count)", round: desk.name)
            return .redirect(to: "/desk/rounds/\(desk.name)/members", type: .normal)
        }
    }

    @Sendable private func example(_ request: Request, _ context: ServiceContext) async throws -> Response {
        _ = try context.require(.secretary)
        return .csv(DraftVoters.example, name: "mau-cap-uy.csv")
    }
}
