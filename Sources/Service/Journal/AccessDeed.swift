/// What an account is guarded by besides its password, and what came of it; never a password or a code.
enum AccessDeed: Deed {
    case codeRefused
    case confirmed
    case confirmationRefused(ProblemCode)
    case appAdded
    case passkeyAdded(label: String)
    case factorRemoved(label: String)
    case recoveryCodesMade
    case recoveryCodeUsed
    case factorsReset(String)
    case lockLifted(String)
    case sessionEnded(browser: String)
    case deviceForgotten(browser: String)

    var phrase: DeedPhrase {
        switch self {
        case .codeRefused:
            DeedPhrase("access.code-refused", "Bước thứ hai không được: sai mã", "Was refused: wrong second factor")
        case .confirmed: DeedPhrase("access.confirm", "Nhập lại mật khẩu", "Confirmed with the password")
        case .confirmationRefused(let code):
            DeedPhrase(
                "access.confirm-refused", "Nhập lại mật khẩu không đúng: {}", "Failed to confirm: {}", code.rawValue,
                .refusal)
        case .factorsReset(let name):
            DeedPhrase("access.factors-reset", "Xóa các lớp bảo vệ thứ hai của {}", "Removed the factors of {}", name)
        case .lockLifted(let name):
            DeedPhrase("access.lift", "Cho {} thử đăng nhập lại ngay", "Let {} sign in again at once", name)
        case .sessionEnded(let browser):
            DeedPhrase("access.session-end", "Kết thúc phiên của mình: {}", "Ended a session: {}", browser)
        case .deviceForgotten(let browser):
            DeedPhrase("access.device-forget", "Quên thiết bị: {}", "Forgot a device: {}", browser)
        default: factorPhrase
        }
    }

    private var factorPhrase: DeedPhrase {
        switch self {
        case .passkeyAdded(let label):
            DeedPhrase("access.passkey", "Thêm khóa truy cập {}", "Added the passkey {}", label)
        case .factorRemoved(let label):
            DeedPhrase("access.factor-remove", "Gỡ lớp bảo vệ thứ hai: {}", "Removed a factor: {}", label)
        case .recoveryCodesMade: DeedPhrase("access.recovery", "Lập mã dự phòng mới", "Made new recovery codes")
        case .recoveryCodeUsed: DeedPhrase("access.recovery-used", "Dùng một mã dự phòng", "Used a recovery code")
        default: DeedPhrase("access.app", "Thêm ứng dụng xác thực", "Added an authenticator app")
        }
    }

    static var allCases: [AccessDeed] {
        [
            .codeRefused, .confirmed,
            .confirmationRefused(.wrongCredentials), .appAdded, .passkeyAdded(label: ""), .factorRemoved(label: ""),
            .recoveryCodesMade, .recoveryCodeUsed, .factorsReset(""), .lockLifted(""), .sessionEnded(browser: ""),
            .deviceForgotten(browser: ""),
        ]
    }
}
