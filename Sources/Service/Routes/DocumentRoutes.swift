import Hummingbird

/// The papers of a round, to be printed.
struct DocumentRoutes {
    let office: RoundOffice

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.get("rounds/:round/documents/:form", use: document)
    }

    @Sendable private func document(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.printPreparation)
        let desk = try context.desk(of: office)
        guard let form = RoundForm(rawValue: try context.parameters.require("form")) else { throw Problem(.notFound) }
        try context.admit(form.right)
        let pdf = try await RoundPapers(desk: desk).pdf(form, PaperRequest(request.uri.queryParameters))
        return .pdf(pdf, name: "\(form.rawValue)-\(desk.name).pdf")
    }
}
