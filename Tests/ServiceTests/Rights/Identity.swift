import SecretBallot
import Storage
import StrictEncoding

@testable import Service

/// Who may stand before a door.
enum Identity: CaseIterable, Sendable {
    case nobody

    /// A member with the blind token of their ballot, shown as if it were a login.
    case voter
    case admin, secretary, board, signer

    /// An account that has not been given any role.
    case roleless

    /// An account with every role, disabled, whose tokens an older version left it.
    case disabled

    var roles: Set<Role> {
        switch self {
        case .nobody, .voter, .roleless: []
        case .admin: [.admin]
        case .secretary: [.secretary]
        case .board: [.board]
        case .signer: [.signer]
        case .disabled: Set(Role.allCases)
        }
    }

    var hasAccount: Bool { ![.nobody, .voter].contains(self) }

    /// Whether the service knows who asks.
    var isKnown: Bool { hasAccount && self != .disabled }

    func secret(_ kind: StaffToken.Kind) -> [UInt8] { Hash.digest(Array("\(self) \(kind.rawValue)".utf8)) }

    /// What they show.
    func headers(_ kind: StaffToken.Kind) -> [String: String] {
        guard self != .nobody else { return [:] }
        let token = Base64URL.encode(secret(kind))
        return kind == .bearer ? ["Authorization": "Bearer \(token)"] : ["Cookie": "\(SessionCookie.name)=\(token)"]
    }

    /// Puts the accounts, a session and a token each, into an installation.
    static func lay(in register: any Register, at now: Int) async throws {
        for identity in allCases where identity.hasAccount {
            let name = "x-\(identity)"
            try await register.create(
                Account(
                    name: name, displayName: name, roles: Set(identity.roles.map(\.rawValue)), password: "none",
                    isDisabled: identity == .disabled))
            for kind in [StaffToken.Kind.session, .bearer] {
                try await register.add(
                    StaffToken(
                        kind, digest: StaffToken.digest(of: identity.secret(kind)), account: name, createdAt: now,
                        expiresAt: now + 366 * 86_400))
            }
        }
    }
}
