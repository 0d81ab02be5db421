import Decisions
import OpenSSLKit
import Recognition
import SignedPDF
import TestSupport
import Testing

/// Files that are not, or not any more, what was signed.
@Suite struct DamageTests {
    private let papers: Papers
    private let verifier: DecisionVerifier

    init() throws {
        papers = try Papers.shared.get()
        verifier = DecisionVerifier(anchors: try Signers.shared.get().anchors)
    }

    /// The register knows the sealed file.
    private func verify(_ file: [UInt8]) -> DecisionVerdict {
        verifier.verify(file, register: papers.register(document: papers.sealed), now: Signers.signedAt + Signers.day)
    }

    private func codes(_ file: [UInt8]) -> [String] {
        let verdict = verify(file)
        #expect(verdict.summary == .notValid && verdict.intact.value == .no)
        #expect(verdict.text == nil && verdict.decisions == [])
        #expect(verdict.inForce.value == .unknown)
        return verdict.answers.map(\.code)
    }

    @Test func whatNobodySignedIsNotIntact() throws {
        #expect(codes(papers.unsigned.pdf) == ["signature-missing", "no-signer", "recorded-otherwise", "not-intact"])
        let office = try Office.shared.get()
        let prepared = try office.signing.prepare(
            papers.unsigned.pdf, as: .signer, name: Signers.name, organization: Signers.organization,
            at: Signers.signedAt)
        #expect(codes(prepared.file) == ["signature-missing", "no-signer", "recorded-otherwise", "not-intact"])
        let bare = try PDFAdditions(attachments: [Forgery.attachment(papers.decision.statement.json)])
            .appended(to: Forgery.paper.get())
        #expect(codes(bare) == ["not-signed", "no-signer", "recorded-otherwise", "not-intact"])
        let foreign = try verify(Forgery.paper.get())
        #expect(foreign.answers.map(\.code) == ["no-statement", "no-signer", "not-recorded", "not-intact"])
    }

    @Test func aFileCutShortIsNotIntact() throws {
        let file = papers.sealed
        for length in [0, 1, 9, 1000, file.count / 2, papers.unsigned.pdf.count] {
            #expect(codes(Array(file.prefix(length)))[1] == "no-signer")
        }
        for length in [papers.signed.count + 1, file.count - 1] {
            #expect(verify(Array(file.prefix(length))).intact.value == .no)
        }
        for length in stride(from: 0, to: file.count, by: file.count / 40) where length != papers.signed.count {
            #expect(verify(Array(file.prefix(length))).summary == .notValid, "\(length)")
        }
    }

    @Test func aFileWrittenAnewIsNotIntact() throws {
        let shop = try Workshop()
        try shop.write(papers.signed, to: "in.pdf")
        try shop("qpdf in.pdf out.pdf")
        let verdict = try verify(shop.read("out.pdf"))
        #expect(verdict.intact.code.hasPrefix("coverage-") && verdict.intact.value == .no)
        #expect(verdict.trusted.code == "no-signer" && verdict.recorded.code == "recorded-otherwise")
        #expect(verdict.summary == .notValid)
        try shop("qpdf --linearize in.pdf linear.pdf")
        #expect(try verify(shop.read("linear.pdf")).intact.value == .no)
    }

    @Test func appendedBytesAreFound() throws {
        for file in [papers.signed, papers.sealed] {
            for more in [[0x0A], [0x20, 0x20], Array("%%EOF\n".utf8), Array("% ghi chú\n".utf8), file] {
                #expect(codes(file + more)[0] != "intact")
            }
            let verdict = verify(file + [0x0A])
            #expect(verdict.intact.code == "changed-trailing-bytes")
            #expect(verdict.intact.reason.vietnamese.hasSuffix("có 1 byte được thêm vào sau phần cuối của tệp."))
            #expect(verdict.intact.reason.english.hasSuffix("1 byte(s) were appended behind the end of the document."))
            #expect(verdict.trusted.isYes && verdict.recorded.isYes)
        }
        #expect(codes([0x0A] + papers.signed)[0] != "intact")
    }

    @Test func theSealAloneCanBeTakenOff() throws {
        let verdict = verify(Array(papers.sealed.prefix(papers.signed.count)))
        #expect(verdict.summary == .valid && verdict.signatures.count == 1)
    }

    @Test func noiseIsNoDecision() throws {
        for bytes in [[], [0x30], Array("chữ ký".utf8), [UInt8](repeating: 0x30, count: 1 << 19)] {
            let verdict = verify(bytes)
            #expect(verdict.answers.map(\.code) == ["pdf-malformed", "no-signer", "not-recorded", "not-intact"])
            #expect(verifier.verify(bytes, now: 0).recorded.code == "register-not-consulted")
        }
    }

    @Test func aBrokenSignatureIsNobodys() throws {
        let signature = try #require(DecisionDocument(papers.signed).inspection.signatures.first)
        // The last byte is the signature's own, the end of s, of which this is the last digit.
        let place = signature.byteRange[1] + 2 * signature.contents.count
        var broken = papers.signed
        broken[place] = broken[place] == 0x30 ? 0x31 : 0x30
        #expect(codes(broken)[..<2] == ["signature-invalid", "no-signer"])
        #expect(verify(broken).signatures == [])
    }

    @Test func mutantsNeitherPassNorCrash() throws {
        var mutator = Mutator(seed: 2)
        for _ in 0..<300 {
            let verdict = verify(mutator.mutate(papers.signed))
            #expect(verdict.summary == .notValid)
            // A signature's own bytes have several spellings; all else is signed.
            if verdict.intact.isYes { #expect(verdict.text == papers.unsigned.text) }
        }
    }

    @Test func mutatedSignaturesNeitherPassNorCrash() throws {
        let signature = try #require(DecisionDocument(papers.signed).inspection.signatures.first)
        var mutator = Mutator(seed: 6)
        for _ in 0..<300 {
            let verdict = try verify(papers.signed.replacing(signature, with: mutator.mutate(signature.contents)))
            #expect(verdict.summary == .notValid)
            // The authorities' certificates travel unsigned; everything else is bound.
            guard verdict.intact.isYes else { continue }
            #expect(
                verdict.signatures.map(\.signer) == [SignerCertificate(try Signers.shared.get().secretary.certificate)])
            #expect(verdict.recorded.code == "recorded-otherwise")
        }
    }

    @Test func mutantsOfSealedFilesPassOnlyAsWhatTheyWere() throws {
        let good = try DecisionDocument(papers.sealed).inspection.signatures
        let seal = good[1].byteRange
        var mutator = Mutator(seed: 5)
        for _ in 0..<300 {
            let mutant = mutator.mutate(papers.sealed)
            guard verify(mutant).summary == .valid else { continue }
            #expect(mutant[..<seal[1]].elementsEqual(papers.sealed[..<seal[1]]))
            #expect(mutant[seal[2]...].elementsEqual(papers.sealed[seal[2]...]))
            #expect(try DecisionDocument(mutant).inspection.signatures.map(\.contents) == good.map(\.contents))
        }
    }
}
