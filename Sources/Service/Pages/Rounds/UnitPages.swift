import Hummingbird
import Recognition
import StrictEncoding

/// The units of a round: imported, looked at with why not, replaced while the round is a draft.
struct UnitPages {
    let kit: PageKit
    let office: RoundOffice
    let actions: RoundActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/units", use: show)
        pages.post("desk/rounds/:round/units", use: importUnits)
        pages.get("desk/rounds/:round/units/mau-to-chuc.csv", use: example)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await page(context, preview: .null)
    }

    // Swift 6.3's optimiser crashes over it.
    @_optimize(none)
    private func page(_ context: ServiceContext, preview: JSONValue) async throws -> Response {
        try context.admit(.prepareRound)
        let desk = try context.desk(of: office)
        let (draft, profile, units) = (try await desk.draft(), try await desk.profile(), try await desk.draftUnits())
        let stored = try await desk.document(.units).map { try DraftUnits(stored: $0) }
        let summary = try await desk.summary()
        let eligible = units.count { $0.failures.isEmpty }
        return try kit.page(
            "desk-units", title: BilingualText("Tổ chức đảng được xét", "Units"),
            [
                "round": summary, "draft": draft.json, "preview": preview,
                "steps": DraftSteps.json(at: .units, of: desk.name),
                "guidance": ["title": profile.title.json, "citation": .string(profile.document.citation)],
                "authority": draft.authority.kind.name.json,
                "columns": .array(profile.columns(for: draft.authority.kind)),
                "kinds": .array(
                    profile.kinds(of: draft.authority.kind).map {
                        ["id": .string($0.rawValue), "name": $0.name.json]
                    }),
                "units": .array(units.enumerated().map { Self.line($1, number: $0 + 1) }),
                "eligible": .integer(eligible), "ineligible": .integer(units.count - eligible),
                "table": .string(stored.map { UnitTableText(profile: profile).text(of: $0) } ?? ""),
            ],
            styles: ["styles/desk.css"], scripts: ["scripts/desk/table-drop.js"], for: context)
    }

    private static func line(_ unit: (unit: Unit, failures: [UnitFailure]), number: Int) -> JSONValue {
        RoundDesk.unit(unit.unit, unit.failures)
            .adding("number", .integer(number)).adding("kindName", unit.unit.kind.name.json)
    }

    @Sendable private func importUnits(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.importUnits), try context.desk(of: office))
        return try await kit.answer(request, context, limit: TableForm.limit, page: show) { form in
            let table = TableForm(form)
            let preview = UnitTable.preview(table.bytes, profile: try await desk.profile())
            guard table.isImport else {
                let units = preview.isImportable ? try await desk.checkUnits(table.bytes) : []
                let verdicts = units.map { JSONValue.array($0.failures.map(\.json)) }
                    .map { JSONValue.object([.init("failures", $0)]) }
                let eligible = units.count { $0.failures.isEmpty }
                return try await page(
                    context,
                    preview: preview.json(of: table, verdicts: verdicts)
                        .adding("eligible", .integer(eligible))
                        .adding("ineligible", .integer(units.count - eligible)))
            }
            guard preview.isImportable else {
                var context = context
                context.visit.problem = Problem(.csv)
                return try await page(context, preview: preview.json(of: table))
            }
            _ = try await actions.importUnits(table.bytes, into: desk, by: member)
            return .redirect(to: "/desk/rounds/\(desk.name)/units", type: .normal)
        }
    }

    @_optimize(none)
    @Sendable private func example(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.prepareRound)
        let desk = try context.desk(of: office)
        let draft = try await desk.draft()
        let text = UnitTableText(profile: try desk.tools.profile(draft.guidance)).example(for: draft.authority.kind)
        return .csv(text, name: "mau-to-chuc.csv")
    }
}

extension Response {
    /// A table for spreadsheet programs.
    static func csv(_ text: String, name: String) -> Response {
        var response = Response.bytes(CSVText.mark + text.utf8, type: "text/csv; charset=utf-8")
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}
