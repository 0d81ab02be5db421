import Client
import SecretBallot
import Storage
import StrictEncoding

@testable import Service

/// One member of staff for each role, with a bearer token and no password.
enum PreparedStaff {
    static func lay(in register: any Register, at now: Int) async throws {
        for role in Role.allCases {
            try await register.create(
                Account(name: role.rawValue, displayName: role.rawValue, roles: [role.rawValue], password: "none"))
            try await register.add(
                StaffToken(
                    .bearer, digest: StaffToken.digest(of: secret(of: role)), account: role.rawValue,
                    createdAt: now, expiresAt: now + 10 * 366 * 86_400))
        }
    }

    static func token(_ role: Role) -> String { Base64URL.encode(secret(of: role)) }

    static func client(_ role: Role, _ service: TestService) -> StaffClient {
        StaffClient(service.connection, token: token(role))
    }

    private static func secret(of role: Role) -> [UInt8] { Hash.digest(Array(role.rawValue.utf8)) }
}

extension TestService {
    /// A call by whoever holds a role.
    func call(
        _ method: String, _ path: String, _ body: [UInt8]? = nil, as role: Role
    ) async throws -> RawAnswer {
        try await call(method, path, body, headers: ["Authorization": "Bearer " + PreparedStaff.token(role)])
    }
}
