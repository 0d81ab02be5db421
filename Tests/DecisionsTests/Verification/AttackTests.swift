import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import StrictEncoding
import TestSupport
import Testing

/// Files that somebody made to be taken for a decision.
@Suite struct AttackTests {
    private let papers: Papers
    private let signers: Signers
    private let office: Office
    private let verifier: DecisionVerifier

    init() throws {
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
        office = try Office.shared.get()
        verifier = DecisionVerifier(anchors: signers.anchors)
    }

    private func verify(_ file: [UInt8]) -> DecisionVerdict {
        verifier.verify(file, register: papers.register(), now: Signers.signedAt + Signers.day)
    }

    private func codes(_ file: [UInt8]) -> [String] {
        let verdict = verify(file)
        #expect(verdict.summary == .notValid)
        return verdict.answers.map(\.code)
    }

    @Test func aStrangersSignatureOnTheSamePaper() throws {
        let file = try office.sign(papers.unsigned.pdf, by: signers.stranger)
        #expect(codes(file) == ["intact", "certificate-unknown-issuer", "recorded-otherwise", "not-recorded"])
    }

    /// A trusted signer, but not the one whose file was recorded.
    @Test func anotherTrustedSignersPaper() throws {
        let again = try office.sign(papers.unsigned.pdf, by: signers.deputy)
        #expect(codes(again) == ["intact", "trusted", "recorded-otherwise", "not-recorded"])
        // Around the same statement, a paper that says something else.
        let copied = try Forgery(papers.decision.statement.json).signed(by: signers.deputy)
        #expect(codes(copied) == ["intact", "trusted", "recorded-otherwise", "not-recorded"])
        #expect(verify(copied).signatures.map(\.moment) == [.claimed(Signers.signedAt)])
    }

    /// The statement is read from what the first signature covers, whatever came to it.
    @Test func aStatementSwappedAfterSigning() throws {
        for file in [papers.signed, papers.sealed] {
            var forger = Forger(file)
            let attachment = try forger.object("/Type /EmbeddedFile")
            let raised = papers.decision.statement.json.replacing("unit.name", with: "Chi bộ khác")
            forger.setStream(attachment.number, "/Type /EmbeddedFile", raised.encoded(indented: true))
            let swapped = try forger.forged()
            #expect(codes(swapped) == ["changed-object-changed", "trusted", "recorded", "not-intact"])
            #expect(try DecisionDocument(swapped).text == papers.unsigned.text)
        }
    }

    /// Incremental saving: another content is shown than the one signed.
    @Test func contentReplacedAfterSigning() throws {
        var forger = Forger(papers.signed)
        let page = try forger.object("/Contents", "/Annots")
        let text = "BT /f-0-0 20 Tf 100 400 Td (Khong) Tj ET"
        forger.setStream(9_000, "", Array(text.utf8))
        let contents = try #require(page.body.firstMatch(of: /\/Contents \d+ 0 R/)).output
        forger.set(page.number, page.body.replacing(contents, with: "/Contents 9000 0 R"))
        let verdict = verify(try forger.forged())
        #expect(verdict.intact.code.hasPrefix("changed-") && verdict.intact.value == .no)
        #expect(verdict.text == nil && verdict.summary == .notValid)
    }

    @Test func contentHiddenAfterSigning() throws {
        var forger = Forger(papers.sealed)
        let cover = 9_000
        forger.set(cover, "<< /Type /Annot /Subtype /Square /Rect [0 0 600 800] /IC [1 1 1] /F 4 >>")
        let page = try forger.object("/Contents", "/Annots")
        forger.set(page.number, page.body.replacing("/Annots [", with: "/Annots [\(cover) 0 R "))
        #expect(codes(try forger.forged())[0].hasPrefix("changed-"))
    }

    @Test func anActionAddedAfterSigning() throws {
        var forger = Forger(papers.signed)
        let catalog = try forger.object("/Type /Catalog")
        forger.set(catalog.number, catalog.body.replacing("/Lang", with: "/OpenAction 1 0 R /Lang"))
        #expect(codes(try forger.forged())[0].hasPrefix("changed-"))
    }

    @Test func aSignatureOfAnotherFile() throws {
        let other = try #require(DecisionDocument(papers.annexed).inspection.signatures.first)
        let own = try #require(DecisionDocument(papers.signed).inspection.signatures.first)
        let verdict = verify(try papers.signed.replacing(own, with: other.contents))
        #expect(verdict.intact.code == "content-changed")
        #expect(verdict.signatures.map(\.signer) == [SignerCertificate(signers.secretary.certificate)])
        #expect(verdict.recorded.code == "recorded-otherwise" && verdict.summary == .notValid)
    }

    @Test func aSignatureThatIsBoundToNoCertificate() throws {
        let prepared = try office.signing.prepare(
            papers.unsigned.pdf, as: .signer, name: Signers.name, organization: Signers.organization,
            at: Signers.signedAt)
        let shop = try Workshop()
        try shop.write(prepared.signedBytes, to: "bytes")
        try shop.write(signers.secretary.certificate.pem(), to: "signer.crt")
        try shop.write(signers.secretary.key.pem().unwipedCopy, to: "signer.key")
        try shop("openssl cms -sign -binary -in bytes -signer signer.crt -inkey signer.key -outform DER -out unbound")
        let file = try prepared.attaching(shop.read("unbound"))
        #expect(codes(file) == ["certificate-not-bound", "no-signer", "recorded-otherwise", "not-intact"])
    }

    /// What is signed again and again stays the decision that the first signer made.
    @Test func aSecondStatementUnderALaterSignature() throws {
        let more = PDFAdditions(attachments: [Forgery.attachment(papers.both[0].statement.json)])
        #expect(throws: PDFError.self) {
            let plan = SignaturePlan(field: "Seal", signerName: "x", time: Signers.signedAt)
            _ = try PreparedSignature.prepare(papers.signed, additions: more, plan: plan)
        }
        let file = try? more.appended(to: papers.signed)
        if let file { #expect(verify(file).intact.value == .no) }
    }

    @Test func damagedSecondSignatureSpoilsTheFile() throws {
        let seal = try DecisionDocument(papers.sealed).inspection.signatures[1]
        var file = papers.sealed
        let lastDigit = seal.byteRange[1] + 2 * seal.contents.count
        file[lastDigit] = file[lastDigit] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
        let verdict = verify(file)
        #expect(verdict.intact.code == "signature-invalid" && verdict.intact.value == .no)
        #expect(verdict.signatures.count == 1 && verdict.recorded.isYes && verdict.summary == .notValid)
    }
}
