import Foundation
import SignedPDF
import TestSupport
import Testing

@Suite struct PopplerTests {
    @Test func pdfsigCallsBothSignaturesValid() throws {
        let shop = try Workshop()
        try shop.write(Trial.signedTwice.get(), to: "signed.pdf")
        let report = try shop("pdfsig", "-nocert", "signed.pdf")
        #expect(report.components(separatedBy: "Signature is Valid").count == 3, "\(report)")
        #expect(report.contains("Total document signed"), "\(report)")
        #expect(report.contains("ETSI.CAdES.detached"), "\(report)")
    }

    @Test func pdfsigCallsTheWholeDocumentSigned() throws {
        let shop = try Workshop()
        try shop.write(Trial.signedOnce.get(), to: "signed.pdf")
        let report = try shop("pdfsig", "-nocert", "signed.pdf")
        #expect(report.contains("Signature is Valid") && report.contains("Total document signed"), "\(report)")
        #expect(!report.contains("Not total document signed"), "\(report)")
    }

    @Test func attachmentsAndTextCanBeReadByOthers() throws {
        let shop = try Workshop()
        try shop.write(Trial.signedTwice.get(), to: "signed.pdf")
        try shop("pdfdetach", "-saveall", "signed.pdf")
        #expect(try shop.read("quyet-dinh.json") == Trial.statement.bytes)
        #expect(try shop("pdftotext", "signed.pdf", "-").contains("QUYẾT ĐỊNH"))
        #expect(try shop("pdfinfo", "signed.pdf").contains("Quyết định công nhận"))
    }

    @Test func qpdfFindsNoFault() throws {
        let shop = try Workshop()
        for file in [Trial.prepared.map(\.file), Trial.signedOnce, Trial.signedTwice] {
            try shop.write(file.get(), to: "signed.pdf")
            #expect(try shop("qpdf", "--check", "signed.pdf").contains("No syntax or stream encoding errors"))
        }
    }
}
