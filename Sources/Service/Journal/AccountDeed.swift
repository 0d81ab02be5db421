/// What is done to accounts, by their administrator and by whoever has one.
enum AccountDeed: Deed {
    case signedIn, signedOut

    /// Of an account that there is; what was typed is nowhere.
    case signInRefused
    case created(String)
    case rolesChanged(String, Set<Role>)
    case disabled(String)
    case enabled(String)
    case passwordReset(String)

    /// By the offline command, with the service stopped.
    case recovered(String)
    case ownPasswordChanged

    /// By the code of the refusal; the password that was tried is nowhere.
    case ownPasswordRefused(ProblemCode)
    case sessionsEnded(Int)
    case tokenMade(label: String)
    case tokenRefused(ProblemCode)
    case tokenRevoked(label: String)

    var phrase: DeedPhrase {
        switch self {
        case .signedIn: DeedPhrase("session.begin", "Đăng nhập", "Signed in")
        case .signedOut: DeedPhrase("session.end", "Đăng xuất", "Signed out")
        case .signInRefused:
            DeedPhrase("session.refused", "Đăng nhập không được: sai mật khẩu", "Was refused: wrong password")
        case .created(let name): DeedPhrase("account.create", "Lập tài khoản {}", "Made the account {}", name)
        case .rolesChanged(let name, let roles):
            DeedPhrase(
                "account.roles", "Đổi vai trò: {}", "Changed roles: {}",
                ([name] + roles.map(\.rawValue).sorted()).joined(separator: " "), .account)
        case .disabled(let name): DeedPhrase("account.disable", "Khóa tài khoản {}", "Disabled the account {}", name)
        case .enabled(let name): DeedPhrase("account.enable", "Mở lại tài khoản {}", "Enabled the account {}", name)
        case .passwordReset(let name):
            DeedPhrase("account.password", "Đặt lại mật khẩu cho {}", "Reset the password of {}", name)
        case .recovered(let name):
            DeedPhrase(
                "account.recover", "Khôi phục quyền quản trị của {}", "Gave {} back the administration", name)
        case .ownPasswordChanged:
            DeedPhrase("account.own-password", "Đổi mật khẩu của mình", "Changed their own password")
        case .ownPasswordRefused(let code):
            DeedPhrase(
                "account.own-password-refused", "Đổi mật khẩu của mình không được: {}",
                "Was refused a change of their own password: {}", code.rawValue, .refusal)
        case .sessionsEnded(let count):
            DeedPhrase("account.sessions-end", "Kết thúc {} phiên khác của mình", "Ended {} other sessions", "\(count)")
        case .tokenMade(let label):
            DeedPhrase("token.create", "Lập mã truy cập cho chương trình: {}", "Made a token for scripts: {}", label)
        case .tokenRefused(let code):
            DeedPhrase(
                "token.create-refused", "Lập mã truy cập không được: {}", "Was refused a token for scripts: {}",
                code.rawValue, .refusal)
        case .tokenRevoked(let label):
            DeedPhrase("token.revoke", "Thu hồi mã truy cập: {}", "Revoked a token: {}", label)
        }
    }

    static var allCases: [AccountDeed] {
        [
            .signedIn, .signedOut, .signInRefused, .created(""), .rolesChanged("", []), .disabled(""), .enabled(""),
            .passwordReset(""), .recovered(""),
            .ownPasswordChanged, .ownPasswordRefused(.wrongCredentials), .sessionsEnded(0), .tokenMade(label: ""),
            .tokenRefused(.wrongCredentials), .tokenRevoked(label: ""),
        ]
    }
}
