import Recognition
import StrictEncoding
import Testing

@Suite struct DecisionNumberTests {
    @Test(arguments: ["12-QĐ/ĐU", "05-QĐ/ĐU", "99999-QĐ/HU", "10-QĐ/ĐUK", "41-QĐ/ĐU-XBT"])
    func readsAndWrites(text: String) throws { #expect(try DecisionNumber(parsing: text).description == text) }

    @Test(arguments: [
        "5-QĐ/ĐU", "005-QĐ/ĐU", "00-QĐ/ĐU", "0-QĐ/ĐU", "-1-QĐ/ĐU", "100000-QĐ/ĐU", "12-QD/ĐU", "12-QĐ/", "12QĐ/ĐU",
        "12-QĐ/đu", "12-QĐ/ĐU ", " 12-QĐ/ĐU", "12-QĐ/-ĐU", "12-QĐ/ĐU-", "12-QĐ/Đ/U", "12-HD/ĐU", "", "٤١-QĐ/ĐU",
        "12-Q\u{44}\u{336}/ĐU", "12-QĐ/ABCDEFGHIJKLMNOPQRSTU",
    ])
    func refuses(text: String) {
        #expect(throws: MalformedInput.self) { try DecisionNumber(parsing: text) }
    }

    @Test func madeFromItsParts() throws {
        #expect(try DecisionNumber(7, body: "ĐU").description == "07-QĐ/ĐU")
        #expect(throws: MalformedInput.self) { try DecisionNumber(0, body: "ĐU") }
        #expect(throws: MalformedInput.self) { try DecisionNumber(1, body: "Đu") }
    }
}
