import Hummingbird

/// The session's cookie: only over TLS, only to us, never to a script.
enum SessionCookie {
    static let name = "__Host-phieukin"

    static func make(_ token: String, seconds: Int) -> Cookie {
        Cookie(name: name, value: token, maxAge: seconds, path: "/", secure: true, httpOnly: true, sameSite: .strict)
    }

    static var expired: Cookie { make("", seconds: 0) }
}
