import Decisions
import OfficialDocuments
import OpenSSLKit
import Recognition
import SignedPDF
import TestSupport
import Testing

@Suite struct DecisionSigningTests {
    private let office: Office
    private let papers: Papers
    private let signers: Signers

    init() throws {
        office = try Office.shared.get()
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
    }

    @Test func signingKeepsTheFileAsItWas() throws {
        #expect(papers.signed.starts(with: papers.unsigned.pdf))
        #expect(papers.sealed.starts(with: papers.signed))
        for file in [papers.signed, papers.sealed] {
            #expect(try DecisionDocument(file).text == papers.unsigned.text)
        }
    }

    @Test func signaturesSayWhoAndWhen() throws {
        let signatures = try DecisionDocument(papers.sealed).inspection.signatures
        #expect(signatures.map(\.field) == ["Signer", "Seal"])
        #expect(signatures.map(\.signerName) == [Signers.name, Signers.organization])
        #expect(signatures.map(\.claimedTime) == [Signers.signedAt, Signers.signedAt + 60])
        #expect(signatures.map(\.permission) == [.formFilling, nil])
        #expect(signatures.map(\.level) == [.baselineB, .baselineB])
        for (signature, place) in zip(signatures, [MarkPlace.signature, .seal]) {
            let (width, height) = (signature.rectangle.width / 72 * 25.4, signature.rectangle.height / 72 * 25.4)
            #expect(signature.page == 0)
            #expect(abs(width - place.width) < 1 && abs(height - place.height) < 1, "\(signature.rectangle)")
        }
    }

    @Test func aSealLeavesTheSignaturesBeforeItIntact() throws {
        let document = try DecisionDocument(papers.sealed)
        #expect(document.inspection.isIntact)
        let places = document.inspection.signatures.map(\.rectangle)
        #expect(places[0].intersection(places[1]).area == 0)
    }

    @Test func onlyUsableCertificatesSign() throws {
        let pdf = papers.unsigned.pdf
        let end = signers.ending.certificate.notAfter
        #expect(throws: SigningRefusal.expired) { try office.sign(pdf, by: signers.expired) }
        #expect(throws: SigningRefusal.expired) { try office.sign(pdf, by: signers.ending, at: end) }
        #expect(throws: Never.self) { try office.sign(pdf, by: signers.ending, at: end - 1) }
        #expect(throws: SigningRefusal.notYetValid) { try office.sign(pdf, by: signers.secretary, at: 0) }
        #expect(throws: SigningRefusal.notForSigning) { try office.sign(pdf, by: signers.root) }
        #expect(throws: SigningRefusal.expired) {
            try office.sign(papers.signed, as: .bodySeal, by: signers.expired)
        }
    }

    @Test func theRevokedDoNotSign() throws {
        let list = try TrialAuthority().list(
            revoking: signers.secretary.certificate, at: Signers.signedAt, from: Signers.signedAt)
        let pdf = papers.unsigned.pdf
        #expect(throws: SigningRefusal.revoked) { try office.sign(pdf, by: signers.secretary, revoked: [list]) }
        #expect(throws: Never.self) {
            try office.sign(pdf, by: signers.secretary, at: Signers.signedAt - 1, revoked: [list])
        }
        #expect(throws: Never.self) { try office.sign(pdf, by: signers.deputy, revoked: [list]) }
    }

    @Test func whatIsSeenOfASignatureSaysWhoAndWhen() throws {
        let shop = try Workshop()
        try shop.write(papers.sealed, to: "decision.pdf")
        let text = try shop("pdftotext decision.pdf -")
        let lines = [
            "Người ký: \(Signers.name)", "Cơ quan: \(Signers.organization)", "Thời gian ký: 18/12/2026 14:46:40 +07:00",
            "Cơ quan ký: Đảng", "18/12/2026 14:47:40",
        ]
        for line in lines { #expect(text.contains("\(line)\n"), "\(text)") }
    }

    @Test func eachSignsOnce() throws {
        #expect(throws: PDFError.self) { try office.sign(papers.signed, by: signers.deputy) }
        #expect(throws: PDFError.self) { try office.sign(papers.sealed, as: .bodySeal, by: signers.seal) }
    }

    @Test func anotherProgramMaySignWhatWasPrepared() throws {
        let prepared = try office.signing.prepare(
            papers.unsigned.pdf, as: .signer, name: Signers.name, organization: Signers.organization,
            at: Signers.signedAt)
        let shop = try Workshop()
        try shop.write(prepared.signedBytes, to: "bytes")
        try shop.write(signers.secretary.certificate.pem(), to: "signer.crt")
        try shop.write(signers.secretary.key.pem().unwipedCopy, to: "signer.key")
        try shop(
            "openssl cms -sign -binary -nosmimecap -cades -in bytes -signer signer.crt -inkey signer.key "
                + "-outform DER -out signature")
        let file = try DetachedDecision(prepared: prepared, signature: shop.read("signature")).attached()
        let verdict = DecisionVerifier(anchors: signers.anchors).verify(
            file, register: papers.register(document: file), now: Signers.signedAt + Signers.day)
        #expect(verdict.summary == .valid, "\(verdict.intact.reason.english)")
    }

    @Test func aSignatureThatIsTooLongIsRefused() throws {
        let prepared = try office.signing.prepare(
            papers.unsigned.pdf, as: .signer, name: Signers.name, organization: Signers.organization,
            at: Signers.signedAt)
        let detached = DetachedDecision(prepared: prepared, signature: [UInt8](repeating: 0x30, count: 1 << 18))
        #expect(throws: PDFError.self) { try detached.attached() }
    }
}
