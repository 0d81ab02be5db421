import Hummingbird
import Recognition
import StrictEncoding

/// The members of the committee who vote in a round: imported, looked at, replaced while the round is a draft.
struct MemberListPages {
    let kit: PageKit
    let office: RoundOffice
    let actions: RoundActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/members", use: show)
        pages.post("desk/rounds/:round/members", use: importMembers)
        pages.get("desk/rounds/:round/members/mau-cap-uy.csv", use: example)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await page(context, preview: .null)
    }

    private func page(_ context: ServiceContext, preview: JSONValue) async throws -> Response {
        try context.admit(.prepareRound)
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

    @Sendable private func importMembers(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.importMembers), try context.desk(of: office))
        return try await kit.answer(request, context, limit: TableForm.limit, page: show) { form in
            let table = TableForm(form)
            let preview = VoterTable.preview(table.bytes)
            let shown = try await self.shown(preview, table, in: desk)
            guard table.isImport else { return try await page(context, preview: shown) }
            do {
                guard preview.isImportable else { throw Problem(.csv) }
                _ = try await actions.importMembers(
                    table.bytes, into: desk, keepingKeys: true, acknowledging: Set(form.all("acknowledge")), by: member)
            } catch let problem as Problem where [.csv, .unacknowledgedWarnings].contains(problem.code) {
                var context = context
                context.visit.problem = problem
                return try await page(context, preview: shown)
            }
            return .redirect(to: "/desk/rounds/\(desk.name)/members", type: .normal)
        }
    }

    /// The table as it is looked at, with whose cards it would make void.
    private func shown(_ preview: TablePreview, _ table: TableForm, in desk: RoundDesk) async throws -> JSONValue {
        let json = preview.json(of: table)
        guard preview.isImportable else { return json }
        let warnings = try await desk.checkVoters(table.bytes, keepingKeys: true).warnings
        return json.adding("warnings", .array(warnings.map(\.json)))
    }

    @Sendable private func example(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.prepareRound)
        return .csv(DraftVoters.example, name: "mau-cap-uy.csv")
    }
}
