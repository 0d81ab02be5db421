import Foundation
import Hummingbird
import Recognition
import Storage
import StrictEncoding

/// The administrator's: accounts, and the journal of what the staff did.
struct AccountRoutes {
    private static let journalLimit = 1_000

    /// Codes that somebody wrote down, to be looked for in one request.
    private static let knownLimit = 16

    let desk: StaffDesk
    let actions: AccountActions

    func add(to staff: RouterGroup<ServiceContext>) {
        staff.get("accounts", use: list)
        staff.post("accounts", use: create)
        staff.patch("accounts/:name", use: change)
        staff.get("accounts/:name/factors", use: factors)
        staff.post("accounts/:name/factors/reset", use: resetFactors)
        staff.post("accounts/:name/lift", use: liftLock)
        staff.get("journal", use: readJournal)
    }

    @Sendable private func list(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seeAccounts)
        return .json(["accounts": .array(try await desk.register.accounts().map(\.json))])
    }

    @Sendable private func create(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.createAccount)
        let object = try await request.object(
            ["name", "displayName", "roles", "password"], optional: ["ownPassword"])
        let account = try await actions.create(
            name: object.member("name").typedText(maximum: 100),
            displayName: object.member("displayName").typedText(), roles: Self.roles(object.member("roles")),
            password: object.member("password").string(), by: member,
            proof: object.optional("ownPassword")?.string())
        return .json(["account": account.json], status: .created)
    }

    @Sendable private func change(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let member = try context.admit(.changeRoles)
        let name = try context.accountName()
        let object = try await request.object([], optional: ["roles", "disabled", "password", "ownPassword"])
        let proof = try object.optional("ownPassword")?.string()
        guard try await desk.register.account(named: name) != nil else { throw Problem(.notFound) }
        let (roles, disabled, password) = try (
            object.optional("roles").map(Self.roles), object.optional("disabled")?.bool(),
            object.optional("password")?.string()
        )
        // One thing at a time: a refusal then says that nothing was done, and not that half of it was.
        switch (roles, disabled, password) {
        case (let roles?, nil, nil): try await actions.setRoles(roles, of: name, by: member, proof: proof)
        case (nil, let disabled?, nil): try await actions.setDisabled(disabled, of: name, by: member, proof: proof)
        case (nil, nil, let password?):
            try await actions.resetPassword(password, of: name, by: member, proof: proof)
        default: throw Problem(.malformedRequest, "exactly one of roles, disabled, password")
        }
        guard let account = try await desk.register.account(named: name) else { throw Problem(.notFound) }
        return .json(["account": account.json])
    }

    @Sendable private func factors(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.seeAccounts)
        return .json(try await desk.factors(of: desk.account(context.accountName()).name))
    }

    @Sendable private func resetFactors(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await prove(.resetFactors, request, context) {
            try await actions.resetFactors(of: $0, by: $1, proof: $2)
        }
    }

    @Sendable private func liftLock(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try await prove(.liftLock, request, context) {
            try await actions.liftLock(of: $0, by: $1, proof: $2)
        }
    }

    /// What is done to the account in the path, and takes nothing but a proof of who asks.
    private func prove(
        _ right: Right, _ request: Request, _ context: ServiceContext,
        _ act: (String, StaffMember?, String?) async throws -> Void
    ) async throws -> Response {
        let member = try context.admit(right)
        let object = try await request.object([], optional: ["ownPassword"], limit: 8 << 10)
        try await act(context.accountName(), member, object.optional("ownPassword")?.string())
        return .noContent
    }

    @Sendable private func readJournal(_ request: Request, _ context: ServiceContext) async throws -> Response {
        try context.admit(.readJournal)
        let codes = request.uri.queryParameters.getAll("known")
        guard codes.count <= Self.knownLimit else { throw Problem(.malformedRequest, "known: too many") }
        // Read first: whatever it covers is among the entries.
        let head = try await desk.register.journalHead()
        let entries = try await desk.register.journal(of: nil, limit: Self.journalLimit)
        let fault = codes.isEmpty ? nil : try await desk.register.journalFault(known: codes)
        return .json([
            "entries": .array(entries.map(\.json)), "code": .string(head.code), "fault": fault?.text.json ?? .null,
        ])
    }

    private static func roles(_ reader: JSONReader) throws -> Set<Role> {
        Set(
            try reader.array(maximum: Role.allCases.count).map { reader in
                guard let role = Role(rawValue: try reader.string()) else {
                    throw reader.wrongValue(Role.allCases.map(\.rawValue).joined(separator: ", "))
                }
                return role
            })
    }
}

extension ServiceContext {
    /// The account's name in the path.
    fileprivate func accountName() throws -> String {
        let path = try parameters.require("name")
        return path.removingPercentEncoding ?? path
    }
}

extension Account {
    var json: JSONValue {
        [
            "name": .string(name), "displayName": .string(displayName),
            "roles": .array(roles.sorted().map(JSONValue.string)), "disabled": .bool(isDisabled),
            "mustChangePassword": .bool(passwordUntil != nil),
        ]
    }
}

extension JournalEntry {
    var json: JSONValue {
        [
            "at": .integer(at), "account": .string(account), "round": round.map(JSONValue.string) ?? .null,
            "action": .string(action), "detail": .string(detail),
        ]
    }
}
