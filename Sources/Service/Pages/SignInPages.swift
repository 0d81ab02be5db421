import Foundation
import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// Signing in and out.
struct SignInPages {
    private static let path = "/sign-in"

    let kit: PageKit
    let desk: StaffDesk
    let isTrial: Bool

    /// - Parameter address: the path that was asked for.
    static func address(returningTo address: String) -> String {
        let allowed = CharacterSet.urlQueryAllowed.subtracting(CharacterSet(charactersIn: "&+=?"))
        return "\(path)?to=\(address.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
    }

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("sign-in", use: show)
        pages.post("sign-in", use: signIn)
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
        return try await desk.register.journal(of: nil, limit: 1).isEmpty
    }

    @Sendable private func signIn(_ request: Request, _ context: ServiceContext) async throws -> Response {
        var cookie: Cookie?
        var response = try await kit.submit(request, context, page: show) { form in
            let (_, token, seconds) = try await desk.signIn(
                name: form.reader("name").string(maximum: 300), password: form.raw("password"))
            cookie = SessionCookie.make(token, seconds: seconds)
            return Self.destination(request)
        }
        if let cookie {
            response.setCookie(cookie)
            response.setCookie(SessionCookie.reminder)
        }
        return response
    }

    @Sendable private func signOut(_ request: Request, _ context: ServiceContext) async throws -> Response {
        var response = try await kit.submit(request, context, page: show) { _ in
            if let staff = context.staff { try await desk.signOut(staff) }
            return "/"
        }
        response.setCookie(SessionCookie.expired)
        response.setCookie(SessionCookie.forgotten)
        return response
    }

    /// A path of ours only: "//elsewhere" and "https://elsewhere" are none.
    private static func destination(_ request: Request) -> String {
        let asked = request.uri.queryParameters["to"].map(String.init)?.removingPercentEncoding ?? ""
        return asked.wholeMatch(of: /\/(?![\/\\])[!-~&&[^\\]]*/) == nil ? "/desk" : asked
    }
}
