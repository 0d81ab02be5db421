import HTTPTypes
import Hummingbird
import Recognition

/// The language of a page: Vietnamese, unless somebody switched.
enum PageLanguage: String, Sendable, CaseIterable {
    case vietnamese = "vi"
    case english = "en"

    /// Kept by the browser; it tells nothing of anybody.
    static let cookieName = "lang"

    init(_ request: Request) {
        let asked = request.uri.queryParameters["lang"].map(String.init) ?? request.cookies[Self.cookieName]?.value
        self = asked.flatMap(PageLanguage.init(rawValue:)) ?? .vietnamese
    }

    func choose(_ text: BilingualText) -> String {
        switch self {
        case .vietnamese: text.vietnamese
        case .english: text.english
        }
    }

    /// What makes a browser remember the choice for a year.
    var cookie: Cookie {
        Cookie(name: Self.cookieName, value: rawValue, maxAge: 31_536_000, path: "/", httpOnly: true, sameSite: .lax)
    }
}
