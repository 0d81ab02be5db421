import SecretBallot
import StrictEncoding
import Testing

@Suite struct AccessCodeTests {
    @Test func typingIsForgiven() throws {
        let code = "G3TAW-01K1P-J3M3A-6AASB-EZK7Z-S"
        let key = try AccessCode(typed: code).credential().publicKey
        for typed in [
            "g3taw01k1pj3m3a6aasbezk7zs", " G3TAW O1KIP J3M3A 6AASB EZK7Z S ", "G3TAW-0LK1P-J3M3A6AASBEZK7ZS",
        ] {
            #expect(try AccessCode(typed: typed).credential().publicKey == key)
        }
    }

    @Test(arguments: ["", "G3TAW", "G3TAW-01K1P-J3M3A-6AASB-EZK7Z", "G3TAW-01K1P-J3M3A-6AASB-EZK7Z-SS"])
    func anotherLengthIsRefused(_ typed: String) {
        #expect(throws: MalformedInput(.wrongLength, at: "access code", "26 characters")) {
            try AccessCode(typed: typed)
        }
    }

    @Test(arguments: [
        "U3TAW-01K1P-J3M3A-6AASB-EZK7Z-S", "Đ3TAW-01K1P-J3M3A-6AASB-EZK7Z-S", "*3TAW01K1PJ3M3A6AASBEZK7ZS",
    ])
    func anotherLetterIsRefusedAndNotRepeated(_ typed: String) {
        let error = #expect(throws: MalformedInput.self) { try AccessCode(typed: typed) }
        #expect(error?.description.contains("3TAW") == false)
    }

    @Test func freshCodesPrintAndReadBack() throws {
        var seen: Set<String> = []
        for _ in 0..<200 {
            let code = try AccessCode.random()
            #expect(seen.insert(code.printed).inserted)
            #expect(try AccessCode(typed: code.printed).printed == code.printed)
        }
    }
}
