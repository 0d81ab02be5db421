import Foundation
import TestSupport
import Testing
import Typesetting

@testable import OfficialDocuments

/// The codes on the forms, read back from their pictures by zbar.
@Suite struct CodeTests {
    private func codes(_ document: TypesetDocument, page: Int = 1) throws -> [String] {
        let folder = try TemporaryFolder()
        try Data(document.pdf).write(to: URL(filePath: folder.path).appending(path: "form.pdf"))
        let (file, picture) = (folder.path + "/form.pdf", folder.path + "/page")
        _ = try PrintedPages.run(
            "pdftoppm", ["-r", "200", "-png", "-singlefile", "-f", "\(page)", "-l", "\(page)", file, picture])
        return try PrintedPages.run("zbarimg", ["--quiet", "--raw", picture + ".png"]).split(separator: "\n")
            .map(String.init)
    }

    @Test func aDecisionsFirstPageLeadsToItsVerification() throws {
        #expect(try codes(Printing.document(FormFixtures.decision(units: 300))) == [FormFixtures.link])
    }

    @Test func aDecisionWithoutACodeHasNone() throws {
        let document = try Printing.document(FormFixtures.decision(verification: nil))
        #expect(try codes(document).isEmpty)
    }

    @Test func everySlipHasItsCode() throws {
        let form = try FormFixtures.slips(8)
        #expect(try codes(Printing.document(form)).sorted() == form.slips.map(\.link).sorted())
    }
}
