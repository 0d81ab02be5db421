import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// Every staff route for every role.
@Suite struct RoleMatrixTests {
    private static let everyone = Set(Role.allCases)

    /// Below /api/v1/staff; the rounds and digests named are of none, so that whoever is let in finds nothing.
    private static let routes: [(method: String, path: String, roles: Set<Role>)] = [
        ("GET", "session", everyone), ("PUT", "password", everyone), ("POST", "tokens", everyone),
        ("GET", "accounts", [.admin]), ("POST", "accounts", [.admin]), ("PATCH", "accounts/{name}", [.admin]),
        ("GET", "journal", [.admin]), ("GET", "guidance", everyone), ("GET", "rounds", everyone),
        ("POST", "rounds", [.secretary]), ("GET", "rounds/{round}", everyone),
        ("PUT", "rounds/{round}/units", [.secretary]), ("PUT", "rounds/{round}/voters", [.secretary]),
        ("PUT", "rounds/{round}/board", [.board]), ("POST", "rounds/{round}/freeze", [.secretary]),
        ("GET", "rounds/{round}/freeze", everyone), ("POST", "rounds/{round}/freeze-signatures", [.board]),
        ("POST", "rounds/{round}/issuing", [.secretary]), ("PUT", "rounds/{round}/presence", [.secretary]),
        ("POST", "rounds/{round}/voting", [.secretary]), ("POST", "rounds/{round}/seal", [.secretary]),
        ("POST", "rounds/{round}/minutes-signatures", [.board]),
        ("POST", "rounds/{round}/open", [.board]), ("GET", "rounds/{round}/results", [.secretary, .board, .signer]),
        ("POST", "rounds/{round}/tally", [.secretary, .board]),
        ("POST", "rounds/{round}/certify", [.secretary, .board]), ("POST", "rounds/{round}/cancel", [.secretary]),
        ("PUT", "identity", [.signer]), ("POST", "rounds/{round}/decisions", [.signer]),
        ("POST", "decisions/{digest}/annulment", [.signer]), ("POST", "decisions/{digest}/seal", [.signer]),
        ("POST", "rounds/{round}/preparations", [.signer]),
        ("GET", "rounds/{round}/preparations", [.signer, .secretary]),
        ("GET", "preparations/{paper}/document", [.signer, .secretary]),
        ("GET", "preparations/{paper}/prepared", [.signer]), ("PUT", "preparations/{paper}/signature", [.signer]),
        ("PUT", "preparations/{paper}/document", [.signer]), ("DELETE", "preparations/{paper}", [.signer]),
        ("GET", "rounds/{round}/documents/{form}", everyone), ("DELETE", "session", everyone),
    ]

    @Test func nobodyElseIsLetIn() async throws {
        try await PreparedRound.run(.draft) { round in
            for (method, route, roles) in Self.routes {
                let path = "/api/v1/staff/" + route.replacing(/[{}]/, with: "")
                let body: [UInt8]? = method == "GET" || method == "DELETE" ? nil : []
                let stranger = try await round.service.call(method, path, body)
                #expect(stranger.code == "unauthenticated" && stranger.status == 401, "\(method) \(route)")
                for role in Role.allCases {
                    let answer = try await round.service.call(method, path, body, as: role)
                    #expect((answer.code == "forbidden") == !roles.contains(role), "\(method) \(route) as \(role)")
                    #expect((answer.status == 403) == !roles.contains(role), "\(method) \(route) as \(role)")
                    #expect(answer.status < 500 && answer.status != 401, "\(method) \(route) as \(role)")
                }
            }
        }
    }

    @Test func theMatrixNamesEveryStaffRoute() async throws {
        let staff = try await Routes.ofTheService().filter { $0.path.hasPrefix("/api/v1/staff/") }
        let named = Self.routes.map { Routes.Route(method: $0.method, path: "/api/v1/staff/\($0.path)") }
        #expect(Set(staff).symmetricDifference(named + [.init(method: "POST", path: "/api/v1/staff/session")]) == [])
    }
}
