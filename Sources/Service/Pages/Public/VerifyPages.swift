import Decisions
import Hummingbird
import Reader
import Recognition
import StrictEncoding

/// Verifying what somebody holds: a decision's file, or what the QR code on its paper says.
struct VerifyPages {
    /// A decision's file, and what a form puts around it.
    private static let limit = DecisionDocument.maximumSize + (64 << 10)
    private static let longestCode = 8_000
    private static let title = BilingualText("Kiểm tra quyết định", "Verify a decision")

    private static let nothingGiven = BilingualText(
        "Hãy chọn tệp PDF của quyết định, hoặc dán nội dung mã QR.",
        "Choose the decision’s PDF file, or paste what its QR code says.")

    let kit: PageKit
    let decisions: DecisionDesk

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("verify", use: show)
        pages.post("verify", use: verify)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try page(.object([]), context)
    }

    /// The answer is the page itself: nothing is changed by asking, and nothing of what was sent is kept.
    @Sendable private func verify(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await kit.answer(request, context, limit: Self.limit, changes: false, page: show) { form in
            try page(try await answer(form, for: context.asker), context)
        }
    }

    private func answer(_ form: Form, for asker: Asker) async throws -> JSONValue {
        if let file = form.files["file"], !file.isEmpty {
            return ["verdict": VerdictView(try await decisions.verify(file, for: asker)).json]
        }
        if form["code"] != nil {
            let code = try form.reader("code").string(maximum: Self.longestCode)
            return ["code": try await CodeReading(code, decisions, for: asker).json]
        }
        throw Problem(.malformedRequest, members: [("reason", Self.nothingGiven.json)])
    }

    private func page(_ data: JSONValue, _ context: ServiceContext) throws -> Response {
        try kit.page(
            "verify", title: Self.title, data.adding("limit", .integer(DecisionDocument.maximumSize)),
            styles: ["styles/public.css", "styles/verdict.css"], scripts: ["scripts/verify/verify.js"], for: context)
    }
}
