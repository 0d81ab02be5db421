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

    /// Of a sign-in that waits for its second factor.
    static let pendingName = "__Host-phieukin-step"

    static func pending(_ token: String) -> Cookie {
        Cookie(
            name: pendingName, value: token, maxAge: 600, path: "/", secure: true, httpOnly: true, sameSite: .strict)
    }

    static var pendingOver: Cookie {
        Cookie(name: pendingName, value: "", maxAge: 0, path: "/", secure: true, httpOnly: true, sameSite: .strict)
    }

    /// The session's own, and what the device is known again by.
    static func set(_ session: StaffDesk.NewSession, in response: inout Response) {
        response.setCookie(make(session.token, seconds: session.seconds))
        if let device = session.device { response.setCookie(DeviceCookie.make(device)) }
    }

    static var expired: Cookie { make("", seconds: 0) }
}
