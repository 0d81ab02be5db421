import Testing

@testable import AccountSecurity

@Suite struct RecoveryCodeTests {
    @Test func aSetIsTenDifferentCodesThatCanBeTyped() throws {
        let codes = RecoveryCode.freshSet()
        #expect(codes.count == 10 && Set(codes.map(\.digest)).count == 10)
        for code in codes {
            #expect(code.printed.wholeMatch(of: /([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}/) != nil)
            let typed = [code.printed, code.printed.lowercased(), code.printed.replacing("-", with: " ")]
            for text in typed { #expect(RecoveryCode(typed: text)?.digest == code.digest) }
            let misread = code.printed.replacing("0", with: "O").replacing("1", with: "l")
            #expect(RecoveryCode(typed: misread)?.digest == code.digest)
        }
    }

    @Test(arguments: ["", "123456", "7KQ2-M0XD", "7KQ2-M0XD-7KQ2-M0XD-7KQ2-M0XDA", "7KQ2-M0XD-7KQ2-M0XD-7KQ2-M0XU"])
    func anotherTextIsNone(typed: String) { #expect(RecoveryCode(typed: typed) == nil) }
}
