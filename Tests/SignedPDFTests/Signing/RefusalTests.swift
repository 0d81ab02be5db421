import OpenSSLKit
import SignedPDF
import TestSupport
import Testing

/// What cannot be prepared.
@Suite struct RefusalTests {
    private let small = SmallDocument.make()
    private let plan = SignaturePlan(field: "A", signerName: "A", time: 0)

    @Test func tooLittleRoom() throws {
        var plan = plan
        plan.capacity = 1024
        let prepared = try PreparedSignature.prepare(small, plan: plan)
        #expect(prepared.capacity == 1024)
        #expect(try prepared.attaching([UInt8](repeating: 1, count: 1024)).count == prepared.file.count)
        #expect(throws: PDFError.signatureTooLarge(needed: 1025, available: 1024)) {
            try prepared.attaching([UInt8](repeating: 1, count: 1025))
        }
    }

    @Test func roomBeyondReason() {
        for capacity in [Int.min, -1, 0, 1023, 1 << 20 + 1, Int.max] {
            #expect(throws: PDFError.self) {
                var plan = plan
                plan.capacity = capacity
                _ = try PreparedSignature.prepare(small, plan: plan)
            }
        }
    }

    @Test(arguments: ["", "a.b"]) func fieldNames(name: String) {
        #expect(throws: PDFError.self) {
            var plan = plan
            plan.field = name
            _ = try PreparedSignature.prepare(small, plan: plan)
        }
    }

    @Test func takenFieldNames() throws {
        #expect(throws: PDFError.fieldExists("NguoiKy")) {
            try PreparedSignature.prepare(
                Trial.signedOnce.get(),
                plan: SignaturePlan(
                    field: "NguoiKy", signerName: "", time: 0))
        }
        let twice = PDFAdditions.Field(name: "B", page: 0, rectangle: .empty)
        #expect(throws: PDFError.fieldExists("B")) {
            try PDFAdditions(reservedFields: [twice, twice]).appended(to: small)
        }
    }

    @Test func rectangles() throws {
        let mark = try Trial.mark.get()
        for side in [Double.nan, .infinity, -1, 0, 1e300] {
            let box = PDFRectangle(x: 0, y: 0, width: side, height: 10)
            #expect(throws: PDFError.self) {
                var plan = plan
                plan.mark = .init(page: 0, rectangle: box, appearance: mark)
                _ = try PreparedSignature.prepare(small, plan: plan)
            }
        }
    }

    @Test func pages() throws {
        for page in [-1, 1, Int.max] {
            #expect(throws: PDFError.noSuchPage(page, count: 1)) {
                var plan = plan
                plan.mark = .init(
                    page: page, rectangle: PDFRectangle(x: 0, y: 0, width: 10, height: 10),
                    appearance: try Trial.mark.get())
                _ = try PreparedSignature.prepare(small, plan: plan)
            }
        }
    }

    @Test func times() {
        #expect(throws: PDFError.self) {
            var plan = plan
            plan.time = .max
            _ = try PreparedSignature.prepare(small, plan: plan)
        }
    }

    @Test func attachments() throws {
        let file = Trial.statement
        #expect(throws: PDFError.self) { try PDFAdditions(attachments: [file, file]).appended(to: small) }
        #expect(throws: PDFError.self) {
            try PDFAdditions(attachments: [file]).appended(to: PDFAdditions(attachments: [file]).appended(to: small))
        }
        #expect(throws: PDFError.alreadySigned) { try PDFAdditions().appended(to: Trial.signedOnce.get()) }
    }

    @Test func manyAttachments() throws {
        let names = ["b", "a", "ă", "â (1)", "Z", "quyet-dinh"]
        let files = names.map { name in
            PDFAttachment(
                name: name, description: "mô tả \(name)", mimeType: "text/plain; charset=utf-8", relationship: .data,
                bytes: Array(String(repeating: name, count: 50).utf8))
        }
        let file = try PDFAdditions(attachments: files).appended(to: small)
        #expect(try PDFInspection.inspect(file).attachments == files.sorted { $0.name < $1.name })
        let shop = try Workshop()
        try shop.write(file, to: "file.pdf")
        #expect(try shop("qpdf", "--check", "file.pdf").contains("No syntax"))
        #expect(try shop("qpdf", "--show-attachment=ă", "file.pdf") == String(repeating: "ă", count: 50))
    }

    @Test func appearancesThatAreNone() throws {
        for appearance in [[], Array("%PDF-1.7".utf8), small.dropLast(50) + []] as [[UInt8]] {
            #expect(throws: PDFError.self) {
                var plan = plan
                plan.mark = .init(
                    page: 0, rectangle: PDFRectangle(x: 0, y: 0, width: 10, height: 10), appearance: appearance)
                _ = try PreparedSignature.prepare(small, plan: plan)
            }
        }
    }
}
