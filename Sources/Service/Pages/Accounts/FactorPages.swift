import AccountSecurity
import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// One's own second factors, and the password again before what cannot be undone.
struct FactorPages {
    static let path = "/desk/account/factors"

    let kit: PageKit
    let desk: StaffDesk
    let actions: OwnAccountActions

    func add(to pages: RouterGroup<ServiceContext>) {
        pages.get("desk/account/factors", use: show)
        pages.post("desk/account/factors/app", use: beginApp)
        pages.post("desk/account/factors/app/confirm", use: confirmApp)
        pages.post("desk/account/factors/passkey", use: addPasskey)
        pages.post("desk/account/factors/remove", use: remove)
        pages.post("desk/account/factors/recovery", use: makeRecoveryCodes)
        pages.get("desk/confirm", use: askPassword)
        pages.post("desk/confirm", use: confirm)
    }

    // MARK: - The page

    @Sendable private func show(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await page(context)
    }

    /// - Parameter codes: recovery codes that were just made: shown this once.
    private func page(_ context: ServiceContext, codes: [RecoveryCode] = []) async throws -> Response {
        let member = try context.admit(.seeOwnAccount)
        let account = try await desk.account(member.name)
        let factors = try await desk.register.factors(of: member.name)
        let creation = try await desk.passkeyCreation(member, account.displayName, known: factors)
        let main = factors.filter { $0.kind != .recovery }
        let data: JSONValue = [
            "isWanted": .bool(desk.needsFactor(account) && main.isEmpty), "factors": .array(main.map(\.json)),
            "recoveryCount": .integer(factors.count - main.count),
            "codes": codes.isEmpty
                ? .null : ["list": .array(codes.map { ["code": .string($0.printed)] })],
            "app": try desk.begunApp(member).map { try setup($0, member) } ?? .null,
            "creation": creation.map { ["options": .string(String(decoding: $0.encoded(), as: UTF8.self))] } ?? .null,
        ]
        return try kit.page(
            "factors", title: BilingualText("Lớp bảo vệ thứ hai", "Second factors"), data,
            styles: ["styles/accounts.css"], scripts: creation == nil ? [] : ["scripts/account/passkey.js"],
            for: context)
    }

    private func setup(_ app: AuthenticatorApp, _ member: StaffMember) throws -> JSONValue {
        [
            "code": try QRPicture(app.address(issuer: desk.issuer, account: member.name)).json,
            "secret": .string(app.typedSecret),
        ]
    }

    // MARK: - Changing

    @Sendable private func beginApp(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.changeFactors)
        return try await kit.submit(request, context, page: show) { _ in
            try actions.beginApp(by: member)
            return Self.path
        }
    }

    @Sendable private func confirmApp(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.changeFactors)
        return try await kit.answer(request, context, page: show) { form in
            try await shown(actions.confirmApp(form.reader("code").string(maximum: 40), by: member), context)
        }
    }

    @Sendable private func addPasskey(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.changeFactors)
        return try await kit.answer(request, context, page: show) { form in
            let label = try form.reader("label").typedText(maximum: 300)
            return try await shown(actions.addPasskey(form.raw("passkey"), label: label, by: member), context)
        }
    }

    @Sendable private func makeRecoveryCodes(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.changeFactors)
        return try await kit.answer(request, context, page: show) { _ in
            try await shown(actions.makeRecoveryCodes(by: member), context)
        }
    }

    /// Codes are shown on the answer itself; without any, the browser is led on.
    private func shown(_ codes: [RecoveryCode], _ context: ServiceContext) async throws -> Response {
        codes.isEmpty ? .redirect(to: Self.path, type: .normal) : try await page(context, codes: codes)
    }

    @Sendable private func remove(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.changeFactors)
        return try await kit.submit(request, context, page: show) { form in
            try await actions.removeFactor(try form.reader("factor").bytes(), by: member)
            return Self.path
        }
    }

    // MARK: - The password again

    /// - Parameter address: the page to come back to.
    static func confirmation(returningTo address: String) -> String {
        SignInPages.address("/desk/confirm", returningTo: address)
    }

    @Sendable private func askPassword(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.confirmSelf)
        let data: JSONValue = [
            "to": .string(SignInPages.destination(request)), "account": .string(member.name),
        ]
        return try kit.page(
            "confirm", title: BilingualText("Nhập lại mật khẩu", "Your password again"), data,
            styles: ["styles/accounts.css"], for: context)
    }

    @Sendable private func confirm(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.confirmSelf)
        return try await kit.submit(request, context, page: askPassword) { form in
            try await actions.confirm(password: form.raw("password"), by: member)
            return SignInPages.destination(request)
        }
    }
}

extension Factor {
    var json: JSONValue {
        [
            "id": .bytes(id), "kind": .string(kind.rawValue), "label": .string(label),
            "createdAt": .integer(createdAt), "usedAt": usedAt.map(JSONValue.integer) ?? .null,
        ]
    }
}
