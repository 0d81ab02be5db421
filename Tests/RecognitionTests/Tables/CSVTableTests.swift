import Recognition
import TestSupport
import Testing

@Suite struct CSVTableTests {
    private func fault(_ text: String) throws -> TableFault? { try fault(Array(text.utf8)) }

    private func fault(_ bytes: [UInt8]) throws -> TableFault? {
        #expect(throws: TableFaults.self) { try CSVTable(parsing: bytes) }?.list.first
    }

    @Test(arguments: ["", "\u{FEFF}"], ["\n", "\r\n"])
    func everyShapeOfFile(mark: String, end: String) throws {
        for separator in [",", ";", "\t"] {
            for last in ["", end, end + end] {
                let lines = [
                    ["id", "name", "x"], ["1", "\"a\(separator)\"\"b\"\"\"", ""], [" 2 ", "c d", "\" e \""],
                ]
                let text = mark + lines.map { $0.joined(separator: separator) }.joined(separator: end) + last
                let table = try CSVTable(parsing: Array(text.utf8))
                #expect(table.header.fields == ["id", "name", "x"])
                #expect(table.rows.map(\.fields) == [["1", "a\(separator)\"b\"", ""], ["2", "c d", " e "]])
                #expect(table.rows.map(\.line) == [2, 3])
            }
        }
    }

    @Test func linesInsideQuotesAreCounted() throws {
        let table = try CSVTable(parsing: Array("a,b\n\"1\r\n2\",x\n\n3,y\n".utf8))
        #expect(table.rows.map(\.line) == [2, 5])
        #expect(table.rows[0].fields == ["1\r\n2", "x"])
    }

    @Test func oneColumn() throws {
        #expect(try CSVTable(parsing: Array("id\nx\n".utf8)).rows.map(\.fields) == [["x"]])
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", 2, TableFault.Reason.syntax), ("a,b\n1,\"2\"x\n", 2, .syntax),
        ("a,b\n1,2\"\n", 2, .syntax),
        ("a,b\n1,2\r3,4\n", 2, .syntax), ("a,b\n\n1,2,3\n", 3, .wrongFieldCount), ("a,b\n1\n", 2, .wrongFieldCount),
        ("", 1, .noRows), ("\n\r\n", 1, .noRows), ("\u{FEFF}", 1, .noRows),
        ("a,b\n\"1\n\n\",2,3\n", 2, .wrongFieldCount),
        ("a,b\n1,2\r", 2, .syntax),
    ])
    func faults(text: String, line: Int, reason: TableFault.Reason) throws {
        let fault = try fault(text)
        #expect(fault?.line == line)
        #expect(fault?.reason == reason)
    }

    @Test func invalidUTF8() throws {
        #expect(try fault(Array("a,b\n1,".utf8) + [0xC3, 0x28, 0x0A])?.line == 2)
        #expect(try fault([0xFF, 0xFE, 0x61, 0x00])?.reason == .notUTF8)
        #expect(try fault(Array("a\n".utf8) + [0xED, 0xA0, 0x80])?.reason == .notUTF8)
    }

    @Test func limits() throws {
        #expect(try fault([UInt8](repeating: 0x61, count: CSVTable.maximumSize + 1))?.reason == .tooLarge)
        let rows = String(repeating: "x\n", count: CSVTable.maximumRows)
        #expect(try CSVTable(parsing: Array(("id\n" + rows).utf8)).rows.count == CSVTable.maximumRows)
        let more = try fault("id\n" + rows + "x\n")
        #expect(more?.reason == .tooLarge)
        #expect(more?.line == CSVTable.maximumRows + 2)
        #expect(try fault(String(repeating: "a,", count: 200) + "\n")?.reason == .tooLarge)
    }

    @Test func allWrongWidthsAreListedUpToALimit() throws {
        let text = "a,b\n" + String(repeating: "1\n", count: 250)
        let faults = try #require(throws: TableFaults.self) { try CSVTable(parsing: Array(text.utf8)) }
        #expect(faults.list.count == TableFaults.maximum)
        #expect(faults.isCut)
        #expect(faults.list.map(\.line) == Array(2...101))
    }

    /// Any bytes at all are a table or faults, never a crash.
    @Test func randomBytes() throws {
        var random = SeededRandom(4)
        let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09, 0x20, 0x61, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).compactMap { _ in
                alphabet.randomElement(using: &random)
            }
            if let table = try? CSVTable(parsing: bytes) {
                #expect(table.rows.allSatisfy { $0.fields.count == table.header.fields.count })
            }
        }
    }

    /// What is written with every field quoted reads back as it was.
    @Test func quotedFieldsSurvive() throws {
        var random = SeededRandom(5)
        let pieces = ["a", "\"", ",", ";", "\n", " ", "Đ", ""]
        for _ in 0..<300 {
            let fields = (0..<3).map { _ in
                (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
                    .joined()
            }
            let line = fields.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
            let table = try CSVTable(parsing: Array("a,b,c\n\(line)\n".utf8))
            let isBlank = fields.allSatisfy { $0.allSatisfy(\.isWhitespace) }
            #expect(table.rows.first?.fields == (isBlank ? nil : fields))
        }
    }
}
