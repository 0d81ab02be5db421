import Foundation
import Recognition
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// Reading what forms send, honest and hostile.
@Suite struct FormTests {
    @Test func fieldsAreUnescapedInOrder() throws {
        let form = try Form(urlEncoded: Array("a=1&b=%C4%90%E1%BA%A1t+%2B&a=2&c=&d".utf8))
        #expect(form["a"] == "1" && form.all("a") == ["1", "2"])
        #expect(form["b"] == "Đạt +" && form["c"] == nil && form["d"] == nil && form["e"] == nil)
    }

    @Test(arguments: [
        "a=%", "a=%4", "a=%zz", "a=\u{7F}", "a=Đ", "a= b", "a=\u{0}", "%", "%=a", "a=%+1", "a=%C4", "a=%ff%fe", "a=<b>",
        "a=#",
    ])
    func whatNoBrowserSendsIsRefused(text: String) {
        #expect(throws: MalformedInput.self) { try Form(urlEncoded: Array(text.utf8)) }
    }

    @Test func whatIsEscapedStandsForItself() throws {
        #expect(
            try Form(urlEncoded: Array("a%3D=b%26=c&&=x&y==".utf8)).fields.map { [$0.name, $0.value] } == [
                ["a=", "b&=c"], ["", "x"], ["y", "="],
            ])
        var random = SeededRandom()
        for _ in 0..<200 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<40).compactMap { _ in
                        Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random))
                    }))
            let escaped = text.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let read = try Form(urlEncoded: Array("a=\(escaped)".utf8)).raw("a")
            #expect(read == text.replacing("\r\n", with: "\n"), "\(random)")
        }
    }

    @Test func aLargeFormIsReadByteByByte() throws {
        let value = String(repeating: "%C4%90+a", count: 100_000)
        #expect(try Form(urlEncoded: Array("a=\(value)".utf8)).raw("a").utf8.count == 400_000)
        #expect(throws: MalformedInput.self) { try Form(urlEncoded: Array("a=\(value)%".utf8)) }
        #expect(try Form(urlEncoded: Array(String(repeating: "a=1&", count: 100_000).utf8)).fields.count == 100_000)
    }

    @Test func nothingIsAForm() throws { #expect(try Form(urlEncoded: []).fields.isEmpty) }

    @Test func anyBytesAreReadOrRefused() {
        var random = SeededRandom()
        for _ in 0..<5_000 {
            let bytes = (0..<random.below(41)).map { _ in UInt8.random(in: 0x20...0x7F, using: &random) }
            _ = try? Form(urlEncoded: bytes)
        }
    }

    @Test func whatIsShownAgainHoldsNoSecret() throws {
        let form = Form(fields: [("name", "n"), ("password", "p"), ("newPassword", "p"), ("form", "t")])
        #expect(form.typed == ["name": "n"])
    }

    @Test func aConfirmationIsTypedInEitherLanguage() throws {
        let words = BilingualText("niêm phong", "seal")
        for typed in ["niêm phong", " NIÊM PHONG ", "niêm phong".decomposedStringWithCanonicalMapping, "Seal"] {
            try Form(fields: [("confirmation", typed)]).confirms(words)
        }
        for typed in ["", "niem phong", "niêm phong hòm", "yes"] {
            #expect(throws: Problem.self) { try Form(fields: [("confirmation", typed)]).confirms(words) }
        }
    }

    @Test func aNumberIsInItsRange() throws {
        let form = Form(fields: [("n", "12"), ("x", "12a"), ("big", "99999999999999999999")])
        #expect(try form.integer("n", in: 1...12) == 12)
        for name in ["x", "big", "none"] {
            #expect(throws: MalformedInput.self) { try form.integer(name, in: 0...100) }
        }
        #expect(throws: MalformedInput.self) { try form.integer("n", in: 13...20) }
    }
}
