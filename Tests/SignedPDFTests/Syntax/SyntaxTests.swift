import Testing

@testable import SignedPDF

@Suite struct SyntaxTests {
    private func read(_ text: String) throws -> PDFObject {
        var scanner = PDFScanner(Array(text.utf8))
        let value = try scanner.object()
        scanner.skipSpace()
        #expect(scanner.position == scanner.end, "\(text)")
        return value
    }

    @Test func values() throws {
        #expect(try read("true") == .boolean(true))
        #expect(try read("-017") == .integer(-17))
        #expect(try read("+3") == .integer(3))
        #expect(try read("-.5") == .real("-.5"))
        #expect(try read("4.") == .real("4."))
        #expect(try read("12 0 R") == .reference(PDFReference(12)))
        #expect(
            try read("[1 0 R 2 0 3]") == .array([.reference(PDFReference(1)), .integer(2), .integer(0), .integer(3)]))
        #expect(
            try read("<< /A/B /C<</D null>> >>")
                == .dictionary(["A": .name("B"), "C": .dictionary(["D": .null])]))
    }

    @Test func strings() throws {
        #expect(try read("(a(b)\\)\\n\\101\\7\\\nc)") == .string(Array("a(b))\nA\u{7}c".utf8)))
        #expect(try read("(a\r\nb\rc)") == .string(Array("a\nb\nc".utf8)))
        #expect(try read("<48 6>") == .string([0x48, 0x60]))
        #expect(try read("<>") == .string([]))
    }

    @Test func namesHaveOneSpelling() throws {
        #expect(try read("/A#42C") == .name("ABC"))
        #expect(try read("/A#20#2f") == .name("A#20#2F"))
        #expect(try read("/") == .name(""))
        #expect(PDFName.text("application#2Fjson") == "application/json")
        #expect(PDFName.canonical("application/json".utf8) == "application#2Fjson")
    }

    @Test(arguments: [
        "", "]", ">>", "<< /A >>", "<< /A 1 /A 2 >>", "<< /A 1 /#41 2 >>", "(", "<4", "<4x>", "/A#4", "/A#00", "[1",
        "nul",
        "1.2.3", "--1", "0x1", "<< 1 2 >>", "{}", "999999999999999999999",
    ])
    func refuses(text: String) {
        #expect(throws: PDFError.self) { try read(text) }
    }

    @Test func refusesDepth() {
        #expect(throws: PDFError.unsupported("nesting deeper than 100")) {
            try read(String(repeating: "[", count: 100_000))
        }
    }

    @Test func whatIsWrittenIsRead() throws {
        let value = PDFObject.dictionary([
            "A": .array([.null, .boolean(false), .integer(-1), .real("0.5"), .reference(PDFReference(3, 1))]),
            "B#20": .name("C#23"), "S": .string(Array("(\\)".utf8)), "T": .string([0, 255, 10, 13]), "U": .string([]),
            "V": .string(Array("a b".utf8)),
        ])
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        #expect(try read(bytes.latin1) == value)
    }

    @Test func decimals() {
        #expect(PDFObject.decimal(1.5, places: 3) == .real("1.500"))
        #expect(PDFObject.decimal(-0.0004, places: 3) == .integer(0))
        #expect(PDFObject.decimal(-0.25, places: 2) == .real("-0.25"))
        #expect(PDFObject.decimal(595.28, places: 3) == .real("595.280"))
        #expect(PDFObject.decimal(12, places: 3) == .integer(12))
    }

    @Test(arguments: ["", "Lo Van Thang", "Lò Văn Thắng", "🏛 (a)\\", "ÿ"])
    func texts(text: String) throws {
        #expect(try PDFText.encode(text).text(charging: ReadingBudget()) == text)
    }

    @Test func metadataInOtherEncodings() {
        #expect(XMPPacket.titles(in: Array("<a title='b'/>".utf8)) == ["b"])
        #expect(XMPPacket.titles(in: [0xFF, 0xFE] + Array("<a/>".utf8)) == nil)
        #expect(XMPPacket.titles(in: Array("<a/>".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == nil)
        #expect(XMPPacket.titles(in: []) == [])
    }

    @Test func dates() throws {
        #expect(try PDFDate.encode(1_767_576_600) == .string(Array("D:20260105083000+07'00'".utf8)))
        #expect(try PDFDate.encode(-1) == .string(Array("D:19700101065959+07'00'".utf8)))
        let times: [Int64] = [
            0, 951_782_400, 951_868_799, 4_107_542_399, -2_203_891_201, -62_135_596_800, 253_402_275_599,
        ]
        for time in times { #expect(try PDFDate.encode(time).string.flatMap(PDFDate.decode) == time) }
        #expect(throws: PDFError.self) { try PDFDate.encode(.max) }
        #expect(throws: PDFError.self) { try PDFDate.encode(.min) }
    }

    @Test func datesOfOthers() {
        let half: Int64 = 1_767_576_600
        for text in ["D:20260105013000Z", "D:20260105013000", "D:20260105013000+00'00", "D:20260104213000-0400"] {
            #expect(PDFDate.decode(Array(text.utf8)) == half, "\(text)")
        }
        for text in ["", "D:2026", "20260105013000", "D:20261305013000Z", "D:20260105013000+", "D:2026010501300x"] {
            #expect(PDFDate.decode(Array(text.utf8)) == nil, "\(text)")
        }
    }
}
