import ArchiveKit
import HTTPTypes
import Hummingbird
import Mustache
import Recognition
import StrictEncoding

/// What every group of pages works with: fills templates, takes forms.
struct PageKit: Sendable {
    private static let formLimit = 64 << 10

    let source: WebFileSource
    let lane: Lane<UploadWork>
    var isTrial = false

    /// A page from its template.
    /// - Parameters:
    ///   - template: its name without ending: "round".
    ///   - data: what fills it; an object. The frame's members (`title`, `staff`, `problem`, …) are there besides.
    ///   - styles: besides the house's own, "styles/screen.css".
    ///   - scripts: "scripts/screen.js"; what they import follows by itself.
    func page(
        _ template: String, title: BilingualText, _ data: JSONValue = .object([]), styles: [String] = [],
        scripts: [String] = [], for context: ServiceContext
    ) throws -> Response {
        let files = try source.files()
        let frame = PageFrame(
            title: title, language: context.visit.language, address: context.visit.address, staff: context.staff,
            formToken: context.visit.formSecret.map(FormGuard.token) ?? "",
            assets: files.assets(styles: ["styles/house.css"] + styles, scripts: scripts), isTrial: isTrial,
            problem: context.visit.problem, typed: context.visit.typed)
        let model = PageModel(data: data, frame: frame, language: context.visit.language)
        guard let text = files.templates.render(model, withTemplate: template) else {
            throw ConfigurationFault("there is no template \(template)")
        }
        return try answer(Array(text.utf8), status: context.visit.problem?.status ?? .ok, for: context)
    }

    /// Packed where the browser likes; but never next to a form's value, which could be guessed letter by letter from
    /// how well its page packs (known as BREACH).
    private func answer(
        _ page: [UInt8], status: HTTPResponse.Status, for context: ServiceContext
    ) throws -> Response {
        let isPacked = context.visit.acceptsGzip && context.visit.formSecret == nil
        var response = Response.bytes(
            isPacked ? try Gzip.compress(page) : page, type: "text/html; charset=utf-8", status: status)
        if isPacked { response.headers[.contentEncoding] = "gzip" }
        context.visit.problem?.mark(&response)
        return response
    }

    /// Takes a form: does what it asks and leads the browser on to the page that shows it, so that reloading asks for
    /// nothing twice; what is refused is said on the page that the form stands on.
    /// - Parameters:
    ///   - page: shows that page again.
    ///   - act: does it, and returns the path to go on to.
    func submit(
        _ request: Request, _ context: ServiceContext, limit: Int = PageKit.formLimit,
        page: @Sendable (Request, ServiceContext) async throws -> Response,
        _ act: (Form) async throws -> String
    ) async throws -> Response {
        try await answer(request, context, limit: limit, page: page) { form in
            .redirect(to: try await act(form), type: .normal)
        }
    }

    /// The same for a form whose answer is no page to be led on to: a file, or a secret that is shown once.
    /// - Parameter changes: whether the form changes anything; only then must a page of ours have sent it.
    func answer(
        _ request: Request, _ context: ServiceContext, limit: Int = PageKit.formLimit, changes: Bool = true,
        page: @Sendable (Request, ServiceContext) async throws -> Response,
        _ act: (Form) async throws -> Response
    ) async throws -> Response {
        var form = Form()
        do {
            form = try await self.form(request, context, limit: limit, changes: changes)
            return try await act(form)
        } catch {
            let problem = Problem(translating: error)
            guard problem.isForWhoeverAsked, !problem.code.leadsElsewhere else { throw error }
            var context = context
            context.visit.problem = problem
            context.visit.typed = form.typed
            return try await page(request, context)
        }
    }

    /// The form in the body, of either kind that browsers send.
    /// - Parameter changes: whether the form changes anything; only then must a page of ours have sent it.
    /// - Throws: `Problem.tooLarge`, `.staleForm`, `MalformedInput`.
    func form(
        _ request: Request, _ context: ServiceContext, limit: Int, changes: Bool = true
    ) async throws -> Form {
        let (type, secrets) = (request.headers[.contentType] ?? "", context.visit.formSecrets)
        guard type.hasPrefix("multipart/form-data") else {
            let form = try Form(urlEncoded: try await request.bytes(limit: min(limit, Form.textLimit)))
            if changes { try FormGuard.check(form, against: secrets) }
            return form
        }
        // Whoever did not get the form from us has no more than its beginning read.
        var watch = changes ? try MultipartGuard(contentType: type, secrets: secrets) : nil
        let body = try await request.bytes(limit: limit) { try watch?.look(at: $0) }
        // Searching a large file for the form's borders is no work for an event loop.
        let form = try await lane.run { try MultipartReader(body, contentType: type).form() }
        if changes { try FormGuard.check(form, against: secrets) }
        return form
    }

    /// A page that says nothing but what was refused.
    func refusal(_ problem: Problem, _ context: ServiceContext) throws -> Response {
        var context = context
        context.visit.problem = problem
        return try page("refusal", title: problem.code.text, for: context)
    }
}

extension Request {
    /// Whether an answer may come packed.
    var acceptsGzip: Bool { headers[.acceptEncoding]?.contains("gzip") == true }
}
