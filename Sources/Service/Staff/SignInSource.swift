import Connections
import HTTPTypes
import Hummingbird
import Storage
import StrictEncoding

/// What is known of the browser or program that wants to sign in.
struct SignInSource: Sendable {
    /// The digest of its device cookie; nil for one that never signed in here.
    var device: [UInt8]?

    /// Of the other end of the connection; nil for this machine, and for a proxy, which all come through.
    var address: PeerAddress?

    /// "Firefox, Linux"
    var browser = ""

    /// Whether it keeps cookies from one sign-in to the next: programs that use the interface do not.
    var isKept = true

    init(device: [UInt8]? = nil, address: PeerAddress? = nil, browser: String = "") {
        (self.device, self.address, self.browser) = (device, address, browser)
    }

    init(_ request: Request, _ context: ServiceContext) {
        let cookie = request.cookies[DeviceCookie.name].flatMap { try? Base64URL.decode($0.value) }
        device = cookie.flatMap { $0.count == DeviceCookie.byteCount ? StaffToken.digest(of: $0) : nil }
        address = context.peer
        browser = BrowserName.text(request.headers[.userAgent] ?? "")
    }
}

/// The cookie by which a browser that signed in before is known again; it signs nobody in.
enum DeviceCookie {
    static let name = "__Host-phieukin-device"
    static let byteCount = 32

    /// As long as browsers keep cookies.
    static let seconds = 400 * 86_400

    static func make(_ token: String) -> Cookie {
        Cookie(name: name, value: token, maxAge: seconds, path: "/", secure: true, httpOnly: true, sameSite: .strict)
    }
}

/// What kind of browser a user agent's line speaks of, for a person who looks through a list; no more of it is kept.
enum BrowserName {
    /// The first that the line contains: most claim to be several.
    private static let programs = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]

    static func text(_ line: String) -> String {
        let found = [programs, systems].compactMap { list in list.first { line.contains($0.0) }?.1 }
        return found.joined(separator: ", ")
    }
}
