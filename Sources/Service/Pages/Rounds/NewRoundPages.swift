import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// A new round: what is decided, by whom, by which guidance.
struct NewRoundPages {
    let kit: PageKit
    let office: RoundOffice
    let actions: RoundActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/new", use: show)
        pages.post("desk/rounds/new", use: create)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.createRound)
        let values = try await values(context)
        let profiles = office.tools.installation.profiles
        return try kit.page(
            "desk-new", title: BilingualText("Tạo đợt bỏ phiếu", "New round"),
            [
                "values": values, "steps": DraftSteps.json(at: .round, of: nil),
                "authorityKinds": .array(
                    AuthorityKind.allCases.map { kind in
                        [
                            "id": .string(kind.rawValue), "name": kind.name.json,
                            "isChosen": .bool(Self.text("authorityKind", in: values) == kind.rawValue),
                        ]
                    }),
                "profiles": .array(profiles.map { $0.card(chosen: Self.text("guidance", in: values)) }),
                "attendance": RuleOptions.json("attendance", chosen: Self.text("attendance", in: values)),
                "turnout": RuleOptions.json("turnout", chosen: Self.text("turnout", in: values)),
                "approval": RuleOptions.json("approval", chosen: Self.text("approval", in: values)),
            ],
            styles: ["styles/desk.css"], for: context)
    }

    @Sendable private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.createRound)
        return try await kit.submit(request, context, page: show) { form in
            let draft = try NewRoundForm.draft(of: form, profiles: office.tools.installation.profiles)
            let desk = try await actions.create(draft, by: member)
            return "/desk/rounds/\(desk.name)/units"
        }
    }

    /// What stands in the fields: what was refused, else what the last round said, for the same body mostly makes the
    /// next one too.
    private func values(_ context: ServiceContext) async throws -> JSONValue {
        guard context.visit.problem == nil else { return context.visit.typed }
        let year = try CalendarDate(inVietnamAt: office.tools.clock.now).year
        let fresh: JSONValue = ["kind": "recognition", "year": .integer(year)]
        guard let last = try await office.tools.register.rounds().first,
            let draft = try? await office.desk(last.id).draft()
        else { return fresh }
        return
            fresh
            .adding("authorityName", .string(draft.authority.name))
            .adding("authorityParent", .string(draft.authority.parent))
            .adding("authorityKind", .string(draft.authority.kind.rawValue))
            .adding("authorityPlace", .string(draft.authority.place))
            .adding("guidance", .string(draft.guidance)).adding("body", .string(draft.body))
    }

    private static func text(_ name: String, in values: JSONValue) -> String? {
        guard case .object(let members) = values,
            case .string(let text)? = members.first(where: { $0.name == name })?.value
        else { return nil }
        return text
    }
}
