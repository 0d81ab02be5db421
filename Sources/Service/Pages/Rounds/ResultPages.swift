import Hummingbird
import Recognition
import StrictEncoding

/// What the count came to, for those who certify it and those who decide upon it.
struct ResultPages {
    let kit: PageKit
    let office: RoundOffice
    let actions: CountingActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/results", use: show)
        pages.post("desk/rounds/:round/results", use: certify)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.seeResults)
        let desk = try context.desk(of: office)
        let state = try await desk.state()
        let isCounted = state == .opened || state == .certified
        let round = try await desk.summary()
            .adding("isCounted", .bool(isCounted))
            .adding("mayCertify", .bool(Right.certify.isGiven(to: member)))
            .adding("quorum", try await Quorum.of(desk)?.json ?? .null)
            .adding("count", isCounted ? Self.count(try await desk.results()) : .null)
        return try kit.page(
            "round-results", title: BilingualText("Kết quả kiểm phiếu", "Results of the count"), ["round": round],
            styles: ["styles/round.css"], scripts: ["scripts/round/step-forms.js"], for: context)
    }

    /// The outcomes; where all slips say the same, by name: the result tells how each one voted.
    private static func count(_ results: RoundDesk.Results) -> JSONValue {
        let unanimous = results.warnings.compactMap { warning -> JSONValue? in
            guard case .unanimous(_, let unit, let criterion) = warning else { return nil }
            return ["unit": .string(unit.name), "criterion": .string(criterion.name)]
        }
        return OutcomesView(outcomes: results.outcomes, finders: results.finders, mix: results.mix).json
            .adding("hasWarnings", .bool(!unanimous.isEmpty)).adding("unanimous", .array(unanimous))
    }

    @Sendable private func certify(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.certify), try context.desk(of: office))
        return try await kit.submit(request, context, page: show) { form in
            try form.confirms(BilingualText("công bố", "certify"))
            try await actions.certify(desk, acknowledging: Set(form.all("acknowledge")), by: member)
            return "/desk/rounds/\(desk.name)"
        }
    }
}
