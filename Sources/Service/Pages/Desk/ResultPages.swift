import Hummingbird
import Recognition
import StrictEncoding

/// What the count came to, for those who certify it and those who decide upon it.
struct ResultPages {
    let kit: PageKit
    let office: RoundOffice
    let journal: Journal

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/rounds/:round/results", use: show)
        pages.post("desk/rounds/:round/results", use: certify)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.require(.secretary, .board, .signer)
        let desk = try context.desk(of: office)
        let state = try await desk.state()
        let isCounted = state == .opened || state == .certified
        let round = try await desk.summary()
            .adding("isCounted", .bool(isCounted))
            .adding("mayCertify", .bool(!member.roles.isDisjoint(with: [.secretary, .board])))
            .adding("quorum", try await Quorum.of(desk)?.json ?? .null)
            .adding("count", isCounted ? try await ResultView(of: desk).json : .null)
        return try kit.page(
            "round-results", title: BilingualText("Kết quả kiểm phiếu", "Results of the count"), ["round": round],
            styles: ["styles/round.css"], scripts: ["scripts/round/step-forms.js"], for: context)
    }

    @Sendable private func certify(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await kit.submit(request, context, page: show) { form in
            let step = StepForm.certify
            let (member, desk) = (try step.requireRole(context), try context.desk(of: office))
            try step.confirm(form)
            let page = try await step.take(desk, form, office)
            try await journal.note(member, step.journalName, round: desk.name)
            return page
        }
    }
}
