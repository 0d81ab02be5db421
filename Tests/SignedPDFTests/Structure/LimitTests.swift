import Testing

@testable import SignedPDF

/// Small files that would unpack to large ones.
@Suite struct LimitTests {
    @Test func flateStopsAtItsLimit() throws {
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        let packed = try #require(Flate.deflate(zeros))
        #expect(packed.count < 2000)
        #expect(try Flate.inflate(packed[...], charging: ReadingBudget(limit: 1 << 20)) == zeros)
        #expect(throws: PDFError.tooMuchInside(limit: 1 << 19)) {
            try Flate.inflate(packed[...], charging: ReadingBudget(limit: 1 << 19))
        }
        let budget = ReadingBudget()
        #expect(throws: PDFError.malformed("a packed stream")) {
            try Flate.inflate(packed.dropLast(5), charging: budget)
        }
        #expect(throws: PDFError.malformed("a packed stream")) { try Flate.inflate([1, 2, 3], charging: budget) }
        #expect(throws: PDFError.malformed("a packed stream")) { try Flate.inflate([], charging: budget) }
    }

    @Test func anAttachmentThatIsABomb() throws {
        var bytes = [UInt8](repeating: 0, count: 64 << 20)
        let fits = try attach(bytes)
        #expect(try PDFInspection.inspect(fits).attachments.first?.bytes.count == bytes.count)
        bytes += bytes
        let bomb = try attach(bytes)
        #expect(bomb.count < 1 << 20)
        #expect(throws: PDFError.tooMuchInside(limit: PDFLimits.work)) { try PDFInspection.inspect(bomb) }
    }

    private func attach(_ bytes: [UInt8]) throws -> [UInt8] {
        let attachment = PDFAttachment(
            name: "a", description: "", mimeType: "text/plain", relationship: .data, bytes: bytes)
        return try PDFAdditions(attachments: [attachment]).appended(to: SmallDocument.make())
    }

    @Test func manyRevisions() throws {
        var file = SmallDocument.make()
        for _ in 0..<PDFLimits.revisionCount {
            var forger = Forger(file)
            forger.set(6, try forger.body(6))
            file = try forger.forged()
        }
        #expect(throws: PDFError.unsupported("more than 200 revisions")) { try PDFInspection.inspect(file) }
    }

    @Test func anObjectStreamThatIsABomb() throws {
        let zeros = try #require(Flate.deflate([UInt8](repeating: 32, count: PDFLimits.work)))
        let entries = "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length \(zeros.count) >>"
        var file = SmallDocument.make()
        let (container, table) = (file.count, SmallDocument.make().latin1.split(separator: "startxref\n").last ?? "")
        file += Array("7 0 obj\n\(entries)\nstream\n".utf8) + zeros + Array("\nendstream\nendobj\n".utf8)
        let start = file.count
        var rows: [UInt8] = []
        for (kind, place) in [(1, container), (2, 7), (1, start)] {
            rows += [UInt8(kind)] + (0..<4).reversed().map { UInt8(place >> ($0 * 8) & 0xFF) } + [0]
        }
        let previous = table.prefix { $0.isNumber }
        let trailer = "/Size 10 /Root 1 0 R /Info 6 0 R /Prev \(previous) /W [1 4 1] /Index [7 3] /Length 18"
        file += Array("9 0 obj\n<< /Type /XRef \(trailer) >>\nstream\n".utf8) + rows
        file += Array("\nendstream\nendobj\nstartxref\n\(start)\n%%EOF\n".utf8)
        #expect(throws: PDFError.tooMuchInside(limit: PDFLimits.work)) { try PDFInspection.inspect(file) }
    }

    @Test func predictors() throws {
        // Rows by each of PNG's five, of the same four bytes (libpng's definitions, by hand).
        let rows: [UInt8] = [0, 1, 2, 3, 4, 1, 1, 1, 1, 1, 2, 0, 0, 0, 0, 3, 1, 1, 2, 2, 4, 0, 1, 1, 1]
        let packed = try PackedStream([
            "DecodeParms": .dictionary(["Predictor": .integer(15), "Columns": .integer(4)])
        ])
        let budget = ReadingBudget(limit: 100)
        let bytes = try packed.unpack(rows[...], budget: budget)
        #expect(budget.spent == 50)
        #expect(bytes == [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 4, 6, 1, 3, 5, 7])
    }
}
