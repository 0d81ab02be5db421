import OpenSSLKit
import SignedPDF
import TestSupport
import Testing

/// Files cut, joined, saved again, or signed by somebody else.
@Suite struct TamperingTests {
    @Test func bytesBehindTheEnd() throws {
        let file = try Trial.signedTwice.get() + Array("% hi\n".utf8)
        let inspection = try PDFInspection.inspect(file)
        for signature in inspection.signatures {
            #expect(signature.changes == .forbidden([.trailingBytes(count: 5)]) && !signature.isIntact)
        }
        #expect(inspection.signatures.count == 2)
    }

    @Test func oneLineFeedBehindTheEnd() throws {
        let file = try Trial.signedOnce.get() + [10]
        let signature = try #require(PDFInspection.inspect(file).signatures.first)
        #expect(signature.changes == .forbidden([.trailingBytes(count: 1)]))
    }

    @Test func truncated() throws {
        let (once, twice) = (try Trial.signedOnce.get(), try Trial.signedTwice.get())
        var cuts = Array(stride(from: 0, to: twice.count, by: 997)) + Array(twice.count - 300..<twice.count)
        cuts += Array(once.count - 60..<once.count) + Array(once.count + 1..<once.count + 60)
        for cut in cuts where cut != once.count {
            let isIntact = (try? PDFInspection.inspect(Array(twice[..<cut])).isIntact) ?? false
            #expect(!isIntact, "cut at \(cut)")
        }
        #expect(throws: PDFError.self) { try PDFInspection.inspect(Array(once[..<(once.count - 3)])) }
        // Cut back to the first signature, it is what was signed first.
        #expect(try PDFInspection.inspect(Array(twice[..<once.count])).isIntact)
    }

    @Test func cutWithinTheSecondRevision() throws {
        let (once, twice) = (try Trial.signedOnce.get(), try Trial.signedTwice.get())
        let signature = try #require(PDFInspection.inspect(Array(twice[..<(once.count + 200)])).signatures.first)
        #expect(signature.changes == .forbidden([.trailingBytes(count: 200)]))
    }

    @Test(arguments: [[], ["--object-streams=generate"], ["--qdf"]])
    func savedAgain(options: [String]) throws {
        let shop = try Workshop()
        try shop.write(Trial.signedTwice.get(), to: "in.pdf")
        try shop(["qpdf"] + options + ["in.pdf", "out.pdf"])
        let inspection = try PDFInspection.inspect(shop.read("out.pdf"))
        #expect(inspection.signatures.count == 2 && !inspection.isIntact)
        for signature in inspection.signatures {
            guard case .broken = signature.coverage else { Issue.record("\(signature.coverage)"); return }
            #expect(signature.cms == nil && !signature.isIntact)
        }
        // The statement can still be read, though nobody vouches for it.
        #expect(inspection.attachments == [Trial.statement])
    }

    @Test func linearized() throws {
        let shop = try Workshop()
        try shop.write(Trial.signedTwice.get(), to: "in.pdf")
        try shop("qpdf", "--linearize", "in.pdf", "out.pdf")
        #expect(throws: PDFError.unsupported("a linearized file, or its parts out of order")) {
            try PDFInspection.inspect(shop.read("out.pdf"))
        }
    }

    @Test func encrypted() throws {
        let shop = try Workshop()
        try shop.write(Trial.signedTwice.get(), to: "in.pdf")
        for password in ["", "bi mat"] {
            try shop(["qpdf", "--encrypt", password, "chu", "256", "--", "in.pdf", "out.pdf"])
            let file = try shop.read("out.pdf")
            #expect(throws: PDFError.encrypted) { try PDFInspection.inspect(file) }
            #expect(throws: PDFError.encrypted) { try PreparedSignature.prepare(file, plan: Trial.second()) }
        }
    }

    @Test func tooLarge() throws {
        let file = [UInt8](repeating: 0x25, count: 200 << 20)
        #expect(throws: PDFError.tooLarge(limit: PDFLimits.fileSize)) { try PDFInspection.inspect(file) }
    }

    @Test(arguments: ["", "%PDF-", "not a PDF", "%PDF-1.7\nstartxref\n0\n%%EOF", "%PDF-1.7\nstartxref\n99999\n%%EOF"])
    func noPDF(text: String) {
        #expect(throws: PDFError.self) { try PDFInspection.inspect(Array(text.utf8)) }
    }

    /// The stranger's own signature, in the place of the signer's: it holds, and says who made it.
    @Test func signedByAStrangerInstead() throws {
        let file = try Trial.sign(Trial.prepared.get(), by: Trial.stranger.get())
        let signature = try #require(PDFInspection.inspect(file).signatures.first)
        guard case .inspected(let cms) = signature.cms else { Issue.record("refused"); return }
        #expect(cms.signer.subject.commonName == "Người Lạ")
    }

    @Test func anotherFilesSignature() throws {
        let (mine, other) = (
            try Trial.prepared.get(),
            try PreparedSignature.prepare(
                Trial.document.get(), plan: Trial.first())
        )
        let cms = try DetachedSignature.sign(content: other.signedBytes, by: Trial.secretary.get(), as: .pades)
        let signature = try #require(PDFInspection.inspect(mine.attaching(cms)).signatures.first)
        guard case .inspected(let found) = signature.cms else { Issue.record("refused"); return }
        #expect(found.integrity == .contentDiffers && !signature.isIntact && signature.level == nil)
    }

    @Test func notSignedYet() throws {
        let signature = try #require(PDFInspection.inspect(Trial.prepared.get().file).signatures.first)
        #expect(signature.cms == .refused(.notCMS) && !signature.isIntact)
    }

    @Test func revisionsInAnotherOrder() throws {
        let (base, once, twice) = (try Trial.document.get(), try Trial.signedOnce.get(), try Trial.signedTwice.get())
        let file = base + twice[once.count...] + once[base.count...]
        let isIntact = (try? PDFInspection.inspect(file).isIntact) ?? false
        #expect(!isIntact)
    }

    @Test func aRevisionTakenOut() throws {
        let (base, once, twice) = (try Trial.document.get(), try Trial.signedOnce.get(), try Trial.signedTwice.get())
        let isIntact = (try? PDFInspection.inspect(base + twice[once.count...]).isIntact) ?? false
        #expect(!isIntact)
    }

    @Test func oneLetterOfTheText() throws {
        var file = try SmallDocument.signed(SmallDocument.make())
        let place = try #require(file.firstRange(of: "(Dat)"))
        file[place.lowerBound + 1] = UInt8(ascii: "d")
        let signature = try #require(PDFInspection.inspect(file).signatures.first)
        guard case .inspected(let cms) = signature.cms else { Issue.record("refused"); return }
        #expect(cms.integrity == .contentDiffers && !signature.isIntact)
    }
}
