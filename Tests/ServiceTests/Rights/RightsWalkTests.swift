import Storage
import StrictEncoding
import Testing

@testable import Service

/// Every door, with everybody before it.
@Suite struct RightsWalkTests {
    @Test func everyDoorAsksForARight() async throws {
        let registered = Set(try await Routes.ofTheService())
        let named = Set(Doors.all.map(\.route))
        #expect(registered.subtracting(named) == [], "routes and pages without a row")
        #expect(named.subtracting(registered) == [], "rows of no route")
        #expect(named.count == Doors.all.count)
    }

    @Test(arguments: Identity.allCases)
    func nobodyIsLetInWhoHasNotTheRight(identity: Identity) async throws {
        try await Self.run { service in
            for door in Doors.all where !door.isStream && !door.isLeaving {
                for kind in [StaffToken.Kind.session, .bearer] {
                    try await Self.expect(door, identity, kind, service)
                }
            }
        }
    }

    /// Whoever leaves is nobody at the next door: each of these has a service to itself.
    @Test(arguments: Doors.all.filter(\.isLeaving), [StaffToken.Kind.session, .bearer])
    func leavingIsForWhoeverIsIn(door: Doors.Door, kind: StaffToken.Kind) async throws {
        try await Self.run { service in
            for identity in Identity.allCases { try await Self.expect(door, identity, kind, service) }
        }
    }

    /// What the count says, before it is published: not for whoever has an account and no role, nor for the accounts'
    /// keeper.
    @Test func theMinutesAreNotForEverybodyWithAnAccount() async throws {
        try await Self.run { service in
            for form in [RoundForm.minutes, .notice] {
                for identity in Identity.allCases {
                    let answer = try await service.call(
                        "GET", "/api/v1/staff/rounds/\(PreparedRound.name)/documents/\(form.rawValue)",
                        headers: identity.headers(.session))
                    let may = !identity.roles.isDisjoint(with: [.secretary, .board, .signer]) && identity.isKnown
                    #expect(Self.isRefusal(answer) != may, "\(form) as \(identity)")
                }
            }
        }
    }

    // MARK: -

    private static func expect(
        _ door: Doors.Door, _ identity: Identity, _ kind: StaffToken.Kind, _ service: TestService
    ) async throws {
        let answer = try await knock(door, identity, kind, service)
        let code = isRefusal(answer) ? answer.code : nil
        let what = Comment("\(door) as \(identity) with a \(kind): \(answer.status)")
        #expect(code == refusal(door.right, identity, kind), what)
        #expect(answer.status < 500, what)
    }

    private static func run(_ body: @escaping @Sendable (TestService) async throws -> Void) async throws {
        try await TestFolder.use { folder in
            let (time, configuration) = (TestTime(), try await TestService.configuration(of: folder))
            _ = try await PreparedRound.laid(configuration, .voting, at: time.now) {
                try PreparedRound(in: $0, voters: 6)
            }
            let installation = try await Installation.open(configuration)
            try await Identity.lay(in: installation.register, at: time.now)
            try installation.storage.close()
            try await TestService.run(in: folder, time: time, body)
        }
    }

    private static func knock(
        _ door: Doors.Door, _ identity: Identity, _ kind: StaffToken.Kind, _ service: TestService
    ) async throws -> RawAnswer {
        var headers = identity.headers(kind)
        var body: [UInt8]?
        if door.method != "GET", door.method != "DELETE" { body = [] }
        if door.isPage, door.method == "POST" {
            // A form that its page would have sent: only the right stands in its way.
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            let token = FormGuard.token(for: StaffToken.digest(of: identity.secret(kind)))
            body = Array("form=\(token)".utf8)
        }
        return try await service.call(door.method, door.example, body, headers: headers)
    }

    /// The code with which somebody is refused; nil where they are let in.
    private static func refusal(_ right: Right, _ identity: Identity, _ kind: StaffToken.Kind) -> String? {
        if right.row.audience == .anybody { return nil }
        // No cookie is looked at, and no token is an invitation.
        if right.row.audience == .seats {
            return identity == .nobody || kind == .session ? "unauthenticated" : "wrong-invitation"
        }
        guard identity.isKnown else { return "unauthenticated" }
        guard right.isGiven(to: identity.roles) else { return "forbidden" }
        return kind == .bearer && right.row.tokens == .refused ? "forbidden" : nil
    }

    private static func isRefusal(_ answer: RawAnswer) -> Bool {
        ["unauthenticated", "forbidden", "wrong-invitation"].contains(answer.code)
    }
}
