import Foundation
import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// Signing in and out.
struct SignInPages {
    static let path = "/sign-in"

    /// A name, a password.
    private static let limit = 8 << 10

    let kit: PageKit
    let desk: StaffDesk
    let isTrial: Bool

    /// - Parameter address: the path that was asked for.
    static func address(_ path: String = path, returningTo address: String) -> String {
        let allowed = CharacterSet.urlQueryAllowed.subtracting(CharacterSet(charactersIn: "&+=?"))
        return "\(path)?to=\(address.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("sign-in", use: show)
        pages.post("sign-in", use: signIn)
        pages.get("sign-in/factor", use: askFactor)
        pages.post("sign-in/factor", use: finish)
        pages.post("sign-out", use: signOut)
    }

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        var context = context
        var cookie: Cookie?
        if context.visit.formSecret == nil {
            let (secret, fresh) = try FormGuard.newCookie()
            (context.visit.formSecrets, cookie) = ([secret], fresh)
        }
        var response = try kit.page(
            "sign-in", title: BilingualText("Đăng nhập", "Sign in"),
            try await facts(request, context), styles: ["styles/accounts.css"], for: context)
        if let cookie { response.setCookie(cookie) }
        return response
    }

    /// Why whoever comes here has to sign in, and what a newcomer has to know.
    private func facts(_ request: Request, _ context: ServiceContext) async throws -> JSONValue {
        let to = Self.destination(request)
        let isReturning = context.staff == nil && to != "/desk"
        let wasHere = context.staff == nil && request.cookies[SessionCookie.reminderName] != nil
        return [
            "to": .string(to), "isFromElsewhere": .bool(Self.isFromElsewhere(request)),
            "isReturning": .bool(isReturning && !wasHere), "isOver": .bool(wasHere),
            "isFresh": .bool(try await isFresh()), "hint": .string(isTrial ? "trial" : "init"),
        ]
    }

    /// Whether a link on another site led here. Browsers keep the session's cookie back then, and send it with the next
    /// request, which is the page's own.
    private static func isFromElsewhere(_ request: Request) -> Bool {
        request.method == .get && ["cross-site", "same-site"].contains(request.headers[.secFetchSite])
    }

    /// Whether nobody has done anything here yet.
    private func isFresh() async throws -> Bool {
        guard try await desk.register.accounts().count == 1 else { return false }
        // Coming in, or failing to, is not doing anything.
        return try await desk.register.journal(of: nil, limit: 50).allSatisfy {
            $0.action.hasPrefix("session.") || $0.action.hasPrefix("access.")
        }
    }

    @Sendable private func signIn(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await kit.answer(request, context, limit: Self.limit, page: show) { form in
            let name = try form.reader("name").string(maximum: 300)
            switch try await desk.signIn(
                name: name, password: form.raw("password"), from: SignInSource(request, context))
            {
            case .done(let session): return Self.enter(session, to: Self.destination(request))
            case .wantingFactor(_, let token):
                let next = Self.address("/sign-in/factor", returningTo: Self.destination(request))
                var response = Response.redirect(to: next, type: .normal)
                response.setCookie(SessionCookie.pending(token))
                return response
            }
        }
    }

    private static func enter(_ session: StaffDesk.NewSession, to address: String) -> Response {
        var response = Response.redirect(to: address, type: .normal)
        SessionCookie.set(session, in: &response)
        response.setCookie(SessionCookie.pendingOver)
        response.setCookie(SessionCookie.reminder)
        return response
    }

    @Sendable private func askFactor(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let token = request.cookies[SessionCookie.pendingName]?.value ?? ""
        guard let (_, pending) = try? desk.pending(token) else {
            if let problem = context.visit.problem { return try kit.refusal(problem, context) }
            return .redirect(to: Self.address(returningTo: Self.destination(request)), type: .normal)
        }
        let factors = try await desk.register.factors(of: pending.account)
        let keys = factors.filter { $0.kind == .passkey }.map(\.id)
        let options = desk.party.map { PasskeyExchange.request($0, challenge: pending.challenge, known: keys) }
        let text = options.map { String(decoding: $0.encoded(), as: UTF8.self) } ?? ""
        let data: JSONValue = [
            "to": .string(Self.destination(request)), "hasApp": .bool(factors.contains { $0.kind == .app }),
            "passkey": keys.isEmpty || text.isEmpty ? .null : ["request": .string(text)],
        ]
        return try kit.page(
            "sign-in-factor", title: BilingualText("Đăng nhập, bước thứ hai", "Sign in, second step"), data,
            styles: ["styles/accounts.css"], scripts: keys.isEmpty ? [] : ["scripts/account/passkey.js"], for: context)
    }

    @Sendable private func finish(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await kit.answer(request, context, page: askFactor) { form in
            let answer = form.raw("passkey")
            let proof: StaffDesk.SecondProof =
                try answer.isEmpty ? .code(form.reader("code").string(maximum: 100)) : .passkey(answer)
            let session = try await desk.finish(
                request.cookies[SessionCookie.pendingName]?.value ?? "", with: proof,
                from: SignInSource(request, context))
            return Self.enter(session, to: Self.destination(request))
        }
    }

    @Sendable private func signOut(_ request: Request, _ context: ServiceContext) async throws -> Response {
        var response = try await kit.submit(request, context, limit: Self.limit, page: show) { _ in
            if let staff = context.staff { try await desk.signOut(staff) }
            return "/"
        }
        response.setCookie(SessionCookie.expired)
        response.setCookie(SessionCookie.forgotten)
        return response
    }

    /// A path of ours only: "//elsewhere" and "https://elsewhere" are none.
    static func destination(_ request: Request) -> String {
        let asked = request.uri.queryParameters["to"].map(String.init)?.removingPercentEncoding ?? ""
        return asked.wholeMatch(of: /\/(?![\/\\])[!-~&&[^\\]]*/) == nil ? "/desk" : asked
    }
}
