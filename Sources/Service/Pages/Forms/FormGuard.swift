import Crypto
import HTTPTypes
import Hummingbird
import OpenSSLKit
import StrictEncoding

/// Sees to it that a form which changes something was sent by a page of ours: it carries a value that follows from a
/// cookie which no other site can read. A form that changes nothing needs none, so that it may stay open for days.
struct FormGuard {
    static let field = "form"

    /// For forms of people who are not signed in.
    static let cookieName = "__Host-phieukin-form"

    private static let secretByteCount = 16
    private static let purpose = Array("phieukin form".utf8)

    /// What stands in the forms for whoever holds `secret`: the digest of a session's token, or the form cookie.
    static func token(for secret: [UInt8]) -> String {
        Base64URL.encode(Array(HMAC<SHA256>.authenticationCode(for: purpose, using: SymmetricKey(data: secret))))
    }

    /// Any of the visitor's secrets will do: whoever signed in in another tab since has two of them.
    /// - Throws: `Problem.staleForm`.
    static func check(_ form: Form, against secrets: [[UInt8]]) throws(Problem) {
        guard let sent = form[field], let bytes = try? Base64URL.decode(sent),
            secrets.contains(where: {
                HMAC<SHA256>.isValidAuthenticationCode(bytes, authenticating: purpose, using: SymmetricKey(data: $0))
            })
        else { throw Problem(.staleForm) }
    }

    /// What the form cookie holds.
    static func secret(_ request: Request) -> [UInt8]? {
        guard let kept = request.cookies[cookieName]?.value, let secret = try? Base64URL.decode(kept),
            secret.count == secretByteCount
        else { return nil }
        return secret
    }

    /// Lax: it goes with the visit that a link on another site leads to, so that such a visit does not take the cookie
    /// of other tabs' forms for missing and replace it; it never goes with what another site *sends*.
    static func newCookie() throws -> (secret: [UInt8], cookie: Cookie) {
        let secret = try SecretBytes(random: secretByteCount).unwipedCopy
        return (
            secret,
            Cookie(
                name: cookieName, value: Base64URL.encode(secret), path: "/", secure: true, httpOnly: true,
                sameSite: .lax)
        )
    }
}
