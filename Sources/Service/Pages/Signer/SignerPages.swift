import Hummingbird
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// The signer's page of a round: drafts beside their tallies, to be signed here or elsewhere.
struct SignerPages {
    /// Two thousand units that are ticked.
    private static let formLimit = 1 << 20

    let kit: PageKit
    let office: RoundOffice
    let decisions: DecisionDesk
    let actions: DecisionActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/decisions", use: show)
        pages.post("desk/rounds/:round/decisions", use: sign)
        pages.post("desk/rounds/:round/decisions/preview", use: preview)
        pages.post("desk/rounds/:round/preparations", use: prepare)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.seeDecisions), try context.desk(of: office))
        let sheet = try await SignerSheet(desk: desk, decisions: decisions, chosen: Self.chosen(context)).json(
            for: member
        )
        .adding("signed", request.uri.queryParameters["signed"].flatMap { Int($0) }.map(JSONValue.integer) ?? .null)
        .adding("stamped", .bool(decisions.stamper != nil))
        return try kit.page(
            "signer", title: BilingualText("Quyết định công nhận", "Decisions"), sheet, styles: ["styles/signer.css"],
            scripts: ["scripts/signer/signer-choose.js", "scripts/signer/signer-forms.js"], for: context)
    }

    @Sendable private func sign(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.issueDecisions), try context.desk(of: office))
        return try await kit.submit(request, context, limit: Self.formLimit, page: show) { form in
            let entries = try await actions.issue(
                DecisionOrder(form), for: Self.units(form), of: desk, by: member, password: form.keyPassword())
            return "/desk/rounds/\(desk.name)/decisions?signed=\(entries.count)"
        }
    }

    /// The paper of the first unit that is ticked, or of all where they are to stand on one.
    @Sendable private func preview(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (_, desk) = (try context.admit(.previewDecision), try context.desk(of: office))
        return try await kit.answer(request, context, limit: Self.formLimit, page: show) { form in
            let units = try Self.units(form)
            let shown = Array((units.ids ?? []).prefix(units.together ? .max : 1))
            return .pdf(
                try await decisions.preview(try DecisionOrder(form), of: shown, in: desk), name: "xem-truoc.pdf")
        }
    }

    @Sendable private func prepare(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.prepareDecisions), try context.desk(of: office))
        return try await kit.submit(request, context, limit: Self.formLimit, page: show) { form in
            let papers = try await actions.prepare(
                DecisionOrder(form), for: Self.units(form), of: desk, by: member)
            guard papers.count == 1, let paper = papers.first else {
                return "/desk/rounds/\(desk.name)/decisions#waiting"
            }
            return "/desk/preparations/\(paper.id)"
        }
    }

    /// The units that were ticked in a form that was refused; nil where none was.
    private static func chosen(_ context: ServiceContext) -> Set<String>? {
        guard context.visit.problem != nil, case .object(let members) = context.visit.typed else { return nil }
        return Set(members.compactMap { if $0.name == "unit", case .string(let unit) = $0.value { unit } else { nil } })
    }

    /// The units that are ticked.
    /// - Throws: `MalformedInput` where none is: that never stands for all.
    private static func units(_ form: Form) throws -> DecisionUnits {
        let units = form.all("unit")
        guard !units.isEmpty else { throw MalformedInput(.missingMember, at: "unit", "at least one unit") }
        return DecisionUnits(
            try units.map { try JSONReader(.string($0), at: "unit").identifier() },
            together: form["together"] == "yes")
    }
}
