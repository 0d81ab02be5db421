import Testing

@testable import AccountSecurity

/// An app's codes: in their time, and once.
@Suite struct AuthenticatorAppTests {
    private static let app = AuthenticatorApp(secret: Array("12345678901234567890".utf8))
    private static let now = 1_797_900_010

    @Test func aCodeIsTakenAStepEarlyAndAStepLate() {
        let code = Self.app.code(at: Self.now)
        let step = Self.now / 30
        for offset in [-30, 0, 30] {
            #expect(Self.app.step(of: code, at: Self.now + offset, after: nil) == step, "\(offset)")
        }
        for offset in [-60, 60, 3_600] {
            #expect(Self.app.step(of: code, at: Self.now + offset, after: nil) == nil, "\(offset)")
        }
    }

    @Test func noCodeIsTakenTwiceAndNoneBeforeTheLast() throws {
        let code = Self.app.code(at: Self.now)
        let step = try #require(Self.app.step(of: code, at: Self.now, after: nil))
        #expect(Self.app.step(of: code, at: Self.now, after: step) == nil)
        #expect(Self.app.step(of: Self.app.code(at: Self.now - 30), at: Self.now, after: step) == nil)
        #expect(Self.app.step(of: Self.app.code(at: Self.now + 30), at: Self.now, after: step) == step + 1)
    }

    @Test func spacesAreLetPassAndNothingElse() {
        let code = Self.app.code(at: Self.now)
        let spaced = code.prefix(3) + " " + code.suffix(3)
        #expect(Self.app.step(of: String(spaced), at: Self.now, after: nil) != nil)
        let fullWidth = String(code.map { Character(Unicode.Scalar(0xFF10 + UInt32($0.wholeNumberValue ?? 0)) ?? "?") })
        for typed in ["", "0", code + "0", String(code.dropLast()), "-" + code, fullWidth, code + "\u{301}"] {
            #expect(Self.app.step(of: typed, at: Self.now, after: nil) == nil, "\(typed)")
        }
    }

    @Test func theAddressIsWhatAppsRead() {
        #expect(
            Self.app.address(issuer: "phieu.bum-to.example", account: "thư ký")
                == "otpauth://totp/phieu.bum-to.example:"
                + "th%C6%B0%20k%C3%BD?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=phieu.bum-to.example"
                + "&algorithm=SHA1&digits=6&period=30")
        #expect(Self.app.address(issuer: "a&b", account: "c:d?e").hasPrefix("otpauth://totp/a%26b:c%3Ad%3Fe?secret="))
    }

    /// RFC 4648, section 10, without the padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32(text: String, encoded: String) { #expect(Base32.encode(Array(text.utf8)) == encoded) }

    @Test func secretsDiffer() {
        let secrets = Set((0..<50).map { _ in AuthenticatorApp.random().secret })
        #expect(secrets.count == 50 && secrets.allSatisfy { $0.count == 20 })
    }
}
