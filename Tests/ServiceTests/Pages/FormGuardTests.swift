import HTTPTypes
import Hummingbird
import NIOCore
import StrictEncoding
import Testing

@testable import Service

/// A form that changes something is one of ours.
@Suite struct FormGuardTests {
    private static let (mine, other) = ([UInt8](repeating: 1, count: 16), [UInt8](repeating: 2, count: 16))

    private static func isTaken(_ token: String?, _ secrets: [[UInt8]]) -> Bool {
        let fields = token.map { [(FormGuard.field, $0)] } ?? []
        do {
            try FormGuard.check(Form(fields: fields), against: secrets)
            return true
        } catch {
            #expect(error.code == .staleForm)
            return false
        }
    }

    @Test func onlyATokenOfTheVisitorsOwnIsTaken() {
        let token = FormGuard.token(for: Self.mine)
        #expect(Self.isTaken(token, [Self.mine]))
        #expect(Self.isTaken(token, [Self.other, Self.mine]) && Self.isTaken(token, [Self.mine, Self.other]))
        for refused in [nil, "", "AAAA", token + "A", String(token.dropLast()), token + "=", FormGuard.token(for: [])] {
            #expect(!Self.isTaken(refused, [Self.mine]), "\(refused ?? "none")")
        }
        #expect(!Self.isTaken(token, []) && !Self.isTaken(token, [Self.other]) && !Self.isTaken(token, [[]]))
        #expect(!Self.isTaken(nil, []) && !Self.isTaken("", []))
    }

    /// Whatever else lies in the cookie's place is no secret.
    @Test(arguments: [0, 1, 15, 16, 17, 32])
    func theCookieHoldsSixteenBytes(count: Int) {
        let secret = [UInt8](repeating: 7, count: count)
        #expect(Self.secret(Base64URL.encode(secret)) == (count == 16 ? secret : nil))
    }

    @Test func whatIsNotBase64URLIsNoSecret() {
        let good = Base64URL.encode(Self.mine)
        for text in [good + "=", good.replacing("A", with: "+"), "%41", String(good.dropLast())] where text != good {
            #expect(Self.secret(text) == nil, "\(text)")
        }
    }

    private static func secret(_ cookie: String) -> [UInt8]? {
        var head = HTTPRequest(method: .post, scheme: "https", authority: "phieukin.example", path: "/")
        head.headerFields[.cookie] = "\(FormGuard.cookieName)=\(cookie)"
        return FormGuard.secret(Request(head: head, body: RequestBody(buffer: ByteBuffer())))
    }

    @Test func theCookieIsReadByNobodyElse() throws {
        let (secret, cookie) = try FormGuard.newCookie()
        #expect(Base64URL.encode(secret) == cookie.value && Self.secret(cookie.value) == secret)
        let parts = Set(cookie.description.split(separator: "; ").dropFirst().map(String.init))
        #expect(parts == ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"], "\(cookie.description)")
        #expect(try FormGuard.newCookie().secret != secret)
    }
}
