import Decisions
import OpenSSLKit
import SignedPDF
import TestSupport
import Testing

/// What other programs say of our files: poppler, qpdf and pyHanko.
@Suite struct PeerTests {
    private let papers: Papers
    private let signers: Signers

    init() throws {
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
    }

    private var files: [[UInt8]] { [papers.signed, papers.annexed, papers.annulling] }

    /// Signed by those whose certificates hold today, whenever today is.
    private func lasting() throws -> [UInt8] {
        let office = try Office.shared.get()
        let signed = try office.sign(papers.unsigned.pdf, by: signers.deputy)
        return try office.sign(signed, as: .bodySeal, by: signers.seal, at: Signers.signedAt + 60)
    }

    @Test func pdfsigCallsTheWholeDocumentSigned() throws {
        let shop = try Workshop()
        for file in files {
            try shop.write(file, to: "decision.pdf")
            let report = try shop("pdfsig -nocert decision.pdf")
            #expect(report.contains("Signature is Valid") && report.contains("Total document signed"), "\(report)")
            #expect(!report.contains("Not total document signed") && report.contains("ETSI.CAdES.detached"))
        }
    }

    @Test func pdfsigCallsBothSignaturesValid() throws {
        let shop = try Workshop()
        try shop.write(papers.sealed, to: "decision.pdf")
        let report = try shop("pdfsig -nocert decision.pdf")
        #expect(report.split(separator: "Signature is Valid").count == 3, "\(report)")
        #expect(report.contains("Signer") && report.contains("Seal"))
    }

    @Test func opensslVerifiesTheSignatureInside() throws {
        let shop = try Workshop()
        try shop.write(signers.root.certificate.pem(), to: "root.crt")
        for signature in try DecisionDocument(papers.sealed).inspection.signatures {
            let content = signature.signedBytes(of: papers.sealed)
            try shop.write(signature.contents, to: "signature")
            let verify = "openssl cms -verify -binary -cades -inform DER -in signature -CAfile root.crt -purpose any"
            let options = "-attime \(Signers.signedAt) -content content -out out"
            try shop.write(content, to: "content")
            try shop("\(verify) \(options)")
            try shop.write(content + [0x0A], to: "content")
            #expect(throws: Workshop.Failure.self) { try shop("\(verify) \(options)") }
        }
    }

    @Test func qpdfFindsNoFault() throws {
        let shop = try Workshop()
        for file in files + [papers.unsigned.pdf, papers.sealed] {
            try shop.write(file, to: "decision.pdf")
            #expect(try shop("qpdf --check decision.pdf").contains("No syntax or stream encoding errors"))
        }
    }

    @Test func pyHankoAgreesOnBothSignatures() throws {
        let peer = try PyHanko(trusting: signers.root.certificate)
        let file = try lasting()
        let verdicts = try peer.validate(file)
        #expect(verdicts.map(\.field) == ["Signer", "Seal"])
        let hold = verdicts.allSatisfy { $0.intact && $0.trusted && $0.docmdp && $0.bottomLine }
        #expect(hold, "\(verdicts)")
        #expect(verdicts.map(\.modification) == ["FORM_FILLING", "NONE"])
        #expect(verdicts.map(\.coverage) == ["ENTIRE_REVISION", "ENTIRE_FILE"])
        for field in ["Signer", "Seal"] {
            #expect(try peer.level(file, field: field).contains("AdESPassed.OK"))
        }
    }

    @Test func pyHankoSeesWhatWeSee() throws {
        let peer = try PyHanko(trusting: signers.root.certificate)
        let verifier = DecisionVerifier(anchors: signers.anchors)
        let file = try lasting()
        #expect(try peer.validate(file + [0x0A]).last?.coverage == "ENTIRE_REVISION")
        #expect(verifier.verify(file + [0x0A], now: .max).intact.value == .no)
        let strange = try Office.shared.get().sign(papers.unsigned.pdf, by: signers.stranger)
        let verdict = try #require(peer.validate(strange).first)
        #expect(verdict.intact && !verdict.trusted)
        #expect(verifier.verify(strange, now: .max).trusted.value == .no)
    }
}
