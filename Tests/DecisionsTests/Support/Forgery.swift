import Decisions
import OpenSSLKit
import Recognition
import SignedPDF
import StrictEncoding
import TestSupport

/// A file as this program would not make it: any attachments, signed by anyone at any time.
struct Forgery {
    var attachments: [PDFAttachment]
    var certifies = true
    /// Nil for `paper`.
    var base: [UInt8]?

    init(_ attachments: [PDFAttachment]) { self.attachments = attachments }

    /// A recognition or an annulment, under the name that it must have.
    init(_ statement: JSONValue) { self.init([Self.attachment(statement)]) }

    /// Two pages of anything.
    static let paper = Result {
        try TestFiles.vector("pdf/document.pdf")
    }

    /// So many empty pages.
    static func blank(_ pages: Int) -> [UInt8] {
        let kids = (0..<pages).map { "\($0 + 3) 0 R" }.joined(separator: " ")
        var bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [\(kids)] /Count \(pages) >>"]
        bodies += (0..<pages).map { _ in "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>" }
        var (text, table) = ("%PDF-1.7\n", "xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n")
        for (index, body) in bodies.enumerated() {
            let offset = String(text.utf8.count)
            table += "\(String(repeating: "0", count: 10 - offset.count))\(offset) 00000 n \n"
            text += "\(index + 1) 0 obj\n\(body)\nendobj\n"
        }
        let trailer = "trailer\n<< /Size \(bodies.count + 1) /Root 1 0 R >>\nstartxref\n\(text.utf8.count)\n%%EOF\n"
        return Array((text + table + trailer).utf8)
    }

    static func attachment(_ name: String, _ bytes: [UInt8]) -> PDFAttachment {
        PDFAttachment(
            name: name, description: "", mimeType: "application/json", relationship: .source, bytes: bytes,
            modified: Signers.signedAt)
    }

    static func attachment(_ statement: JSONValue) -> PDFAttachment {
        let reader = try? JSONReader(statement, at: "").looseObject()
        let unit = try? reader?.member("unit").looseObject().member("id").string()
        let isAnnulment = (try? reader?.member("annuls")) != nil
        return attachment(
            "\(isAnnulment ? "huy-bo-" : "quyet-dinh-")\(unit ?? "").json", statement.encoded(indented: true))
    }

    func signed(by signer: SigningIdentity? = nil, at time: Int64 = Signers.signedAt) throws -> [UInt8] {
        let plan = SignaturePlan(
            field: "Signer", signerName: Signers.name, time: time,
            certification: certifies ? .onlyFurtherSignatures : nil)
        let prepared = try PreparedSignature.prepare(
            base ?? Self.paper.get(), additions: PDFAdditions(attachments: attachments), plan: plan)
        let signer = try signer ?? Signers.shared.get().secretary
        return try prepared.attaching(DetachedSignature.sign(content: prepared.signedBytes, by: signer, as: .pades))
    }
}
