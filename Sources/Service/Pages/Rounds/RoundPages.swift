import Hummingbird
import Recognition
import StrictEncoding

/// One round as its staff see it: where it stands, and the one thing to do next.
struct RoundPages {
    let kit: PageKit
    let office: RoundOffice
    let decisions: DecisionDesk
    let actions: RoundActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round", use: show)
        pages.post("desk/rounds/:round", use: takeStep)
        pages.get("desk/rounds/:round/freeze", use: freezing)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.seeRounds)
        let desk = try context.desk(of: office)
        let round = try await RoundOverview(desk: desk, member: member).json()
            .adding("rest", try await decisions.rest(of: desk)?.json ?? .null)
        var response = try kit.page(
            "round", title: BilingualText("Đợt bỏ phiếu", "Round"), ["round": round], styles: ["styles/round.css"],
            scripts: ["scripts/round/round-live.js", "scripts/round/step-forms.js"], for: context)
        response.allowConnecting(to: try await RelayLines.asked(by: desk))
        return response
    }

    @Sendable private func takeStep(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let (member, desk) = (try context.admit(.prepareRound), try context.desk(of: office))
        return try await kit.submit(request, context, page: show) { form in
            let step: StepForm = try form.reader("step").choice()
            try step.confirm(form)
            return try await step.take(desk, form, actions, by: member)
        }
    }

    @Sendable private func freezing(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seeRounds)
        let desk = try context.desk(of: office)
        let none: JSONValue = ["done": 0, "total": 0]
        let progress = try await desk.state() == .draft ? desk.freezing?.json : nil
        let round = try await desk.summary()
            .adding("isFreezing", .bool(progress != nil && desk.freezing?.isFailed == false))
            .adding("freezing", progress ?? none)
            .adding("roundCode", try await desk.roundCode().map(JSONValue.string) ?? .null)
        return try kit.page(
            "round-freeze", title: BilingualText("Chốt đợt bỏ phiếu", "Freezing the round"), ["round": round],
            styles: ["styles/round.css"], scripts: ["scripts/round/freeze-progress.js"], for: context)
    }
}
