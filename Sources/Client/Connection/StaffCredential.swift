/// By what a member of staff is known to the service.
enum StaffCredential: Sendable {
    /// A bearer token, for scripts.
    case token(String)

    /// The session's cookie, as the service set it.
    case cookie(String)

    var header: (name: String, value: String) {
        switch self {
        case .token(let token): ("Authorization", "Bearer \(token)")
        case .cookie(let cookie): ("Cookie", cookie)
        }
    }
}
