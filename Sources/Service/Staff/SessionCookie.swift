import Hummingbird

/// The session's cookie: only over TLS, only to us, never to a script.
enum SessionCookie {
    static let name = "__Host-phieukin"

    static func make(_ token: String, seconds: Int) -> Cookie {
        Cookie(name: name, value: token, maxAge: seconds, path: "/", secure: true, httpOnly: true, sameSite: .strict)
    }

    /// Says that somebody was signed in here, and nothing else: a session that has ended since can be called so.
    static let reminderName = "__Host-phieukin-was"

    static var reminder: Cookie {
        Cookie(
            name: reminderName, value: "1", maxAge: 30 * 86_400, path: "/", secure: true, httpOnly: true,
            sameSite: .strict)
    }

    static var forgotten: Cookie {
        Cookie(
            name: reminderName, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true, sameSite: .strict)
    }

    static var expired: Cookie { make("", seconds: 0) }
}
