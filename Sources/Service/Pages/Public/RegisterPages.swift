import Foundation
import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// The register of decisions: looked through, and read one by one.
struct RegisterPages {
    private static let perPage = 25

    let kit: PageKit
    let office: RoundOffice
    let decisions: DecisionDesk

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("decisions", use: list)
        pages.get("decisions/:digest", use: decision)
    }

    // MARK: - The register

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let asked = RegisterQuery(request.uri)
        let lines = try await asked.search.lines(of: decisions.register)
        let pageCount = max(1, (lines.count + Self.perPage - 1) / Self.perPage)
        let page = min(max(1, asked.page), pageCount)
        let shown = lines.dropFirst((page - 1) * Self.perPage).prefix(Self.perPage)
        return try kit.page(
            "register", title: BilingualText("Sổ quyết định", "Register of decisions"),
            [
                "asked": asked.json, "total": .integer(lines.count), "lines": .array(shown.map(\.json)),
                "page": .integer(page), "pages": .integer(pageCount), "hasPages": .bool(pageCount > 1),
                "before": page > 1 ? .string(asked.address(page: page - 1)) : .null,
                "after": page < pageCount ? .string(asked.address(page: page + 1)) : .null,
            ], styles: ["styles/public.css"], for: context)
    }

    // MARK: - One decision

    @Sendable private func decision(_ request: Request, _ context: ServiceContext) async throws -> Response {
        guard let entry = try await decisions.register.decision(try context.digest()) else { throw Problem(.notFound) }
        let page = DecisionPage(entry: entry, office: office, decisions: decisions, asker: context.asker)
        let number = entry.paper.numberText
        return try kit.page(
            "decision", title: BilingualText("Quyết định số \(number)", "Decision \(number)"), try await page.json(),
            styles: ["styles/public.css", "styles/verdict.css"], for: context)
    }
}
