import SignedPDF

/// A PDF of one page, written here to the last byte.
struct SmallDocument {
    private(set) var bytes = Array("%PDF-1.7\n%\u{e2}\u{e3}\n".utf8)
    private var offsets: [Int: Int] = [:]

    /// - Parameter page: further entries of the page, such as its contents.
    static func make(
        page: String = "/Contents 4 0 R", stream: String = "BT /F1 12 Tf 20 100 Td (Dat) Tj ET",
        extra: [Int: String] = [:]
    ) -> [UInt8] {
        var start = SmallDocument()
        for (number, body) in extra { start.add(number, body) }
        return continued(start, page: page, stream: stream)
    }

    /// The document behind objects that are there already; of two of one number, the later is in the table.
    static func continued(
        _ start: SmallDocument, page: String = "/Contents 4 0 R", stream: String = "BT /F1 12 Tf 20 100 Td (Dat) Tj ET"
    ) -> [UInt8] {
        var document = start
        document.add(1, "<< /Type /Catalog /Pages 2 0 R >>")
        document.add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        let resources = "/Resources << /Font << /F1 5 0 R >> >>"
        document.add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] \(resources) \(page) >>")
        document.addStream(4, stream)
        document.add(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        document.add(6, "<< /Title (Quyet dinh) >>")
        return document.finished()
    }

    mutating func add(_ number: Int, _ body: String) {
        offsets[number] = bytes.count
        bytes += Array("\(number) 0 obj\n\(body)\nendobj\n".utf8)
    }

    mutating func addStream(_ number: Int, _ stream: String) {
        add(number, "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }

    func finished(root: Int = 1) -> [UInt8] {
        let count = (offsets.keys.max() ?? 0) + 1
        var table = "xref\n0 \(count)\n0000000000 65535 f \n"
        for number in 1..<count {
            let offset = String(offsets[number] ?? 0)
            let kind = offsets[number] == nil ? "65535 f" : "00000 n"
            table += "\(String(repeating: "0", count: 10 - offset.count))\(offset) \(kind) \n"
        }
        let trailer = "trailer\n<< /Size \(count) /Root \(root) 0 R /Info 6 0 R >>\n"
        return bytes + Array("\(table)\(trailer)startxref\n\(bytes.count)\n%%EOF\n".utf8)
    }
}

extension SmallDocument {
    /// Signed invisibly, and certified.
    static func signed(_ document: [UInt8]) throws -> [UInt8] {
        let plan = SignaturePlan(
            field: "A", signerName: "Lo Van Thang", time: Trial.signingTime, certification: .onlyFurtherSignatures,
            capacity: 4096)
        return try Trial.sign(.prepare(document, plan: plan), by: Trial.secretary.get())
    }
}
