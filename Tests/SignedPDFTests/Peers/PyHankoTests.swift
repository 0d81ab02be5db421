import OpenSSLKit
import SignedPDF
import TestSupport
import Testing

@Suite struct PyHankoTests {
    @Test func acceptsOurs() throws {
        let peer = try PyHanko()
        let once = try peer.validate(Trial.signedOnce.get())
        #expect(once.count == 1 && once.allSatisfy(\.bottomLine) && once.first?.coverage == "ENTIRE_FILE")
        let twice = try peer.validate(Trial.signedTwice.get())
        #expect(twice.map(\.field) == ["NguoiKy", "ConDau"])
        let hold = twice.allSatisfy { $0.intact && $0.valid && $0.trusted && $0.docmdp && $0.bottomLine }
        #expect(hold, "\(twice)")
        #expect(twice.map(\.modification) == ["FORM_FILLING", "NONE"])
    }

    @Test func findsAdESBaseline() throws {
        let peer = try PyHanko()
        for field in ["NguoiKy", "ConDau"] {
            #expect(try peer.level(Trial.signedTwice.get(), field: field).contains("AdESPassed.OK"))
        }
    }

    @Test func signsTheReservedField() throws {
        let file = try PyHanko().sign(Trial.signedOnce.get(), by: Trial.seal.get(), field: "ConDau")
        let inspection = try PDFInspection.inspect(file)
        #expect(inspection.isIntact, "\(inspection.signatures.map(\.changes))")
        #expect(inspection.signatures.map(\.level) == [.baselineB, .baselineB])
        let changes = try #require(inspection.signatures.first).changes
        guard case .permitted(let list) = changes else { Issue.record("\(changes)"); return }
        #expect(list.contains(.fieldSigned(name: "ConDau")))
    }

    @Test func signsAFieldOfItsOwn() throws {
        let file = try PyHanko().sign(Trial.signedOnce.get(), by: Trial.seal.get(), field: "Khac", options: "visible")
        let inspection = try PDFInspection.inspect(file)
        #expect(inspection.signatures.map(\.field) == ["NguoiKy", "Khac"])
        #expect(inspection.signatures.first?.changes == .forbidden([.badField("Khac", .outsideKeptPlaces)]))
    }

    @Test func signsInvisibly() throws {
        let file = try PyHanko().sign(Trial.signedOnce.get(), by: Trial.seal.get(), field: "Khac")
        let inspection = try PDFInspection.inspect(file)
        #expect(inspection.isIntact, "\(inspection.signatures.map(\.changes))")
    }

    @Test func signsFirst() throws {
        let peer = try PyHanko()
        let first = try peer.sign(Trial.document.get(), by: Trial.secretary.get(), field: "A", options: "certify")
        #expect(try PDFInspection.inspect(first).isIntact)
        let plan = SignaturePlan(field: "B", signerName: "B", time: Trial.signingTime)
        let second = try Trial.sign(.prepare(first, plan: plan), by: Trial.seal.get())
        let inspection = try PDFInspection.inspect(second)
        #expect(inspection.isIntact, "\(inspection.signatures.map(\.changes))")
    }

    @Test func crossReferenceStreams() throws {
        let peer = try PyHanko()
        try peer.shop.write(Trial.document.get(), to: "in.pdf")
        try peer.shop("qpdf", "--object-streams=generate", "in.pdf", "streams.pdf")
        let base = try peer.shop.read("streams.pdf")
        let once = try Trial.sign(
            .prepare(base, additions: Trial.additions, plan: Trial.first()), by: Trial.secretary.get())
        try peer.shop.write(once, to: "once.pdf")
        try peer.shop("qpdf", "--check", "once.pdf")
        let twice = try peer.sign(once, by: Trial.seal.get(), field: "ConDau")
        let inspection = try PDFInspection.inspect(twice)
        #expect(inspection.isIntact, "\(inspection.signatures.map(\.changes))")
        let thrice = try Trial.sign(
            .prepare(twice, plan: SignaturePlan(field: "Ba", signerName: "Ba", time: Trial.signingTime)),
            by: Trial.stranger.get())
        #expect(try PDFInspection.inspect(thrice).isIntact)
        let verdicts = try peer.validate(thrice)
        #expect(verdicts.count == 3 && verdicts.allSatisfy(\.bottomLine), "\(verdicts)")
    }

    @Test func addsAnEmptyField() throws {
        let file = try PyHanko().addField("Khac", to: Trial.signedOnce.get())
        let inspection = try PDFInspection.inspect(file)
        #expect(inspection.emptyFields == ["ConDau", "Khac"])
        #expect(inspection.signatures.first?.changes == .forbidden([.badField("Khac", .outsideKeptPlaces)]))
    }

    @Test func addsValidationData() throws {
        let file = try PyHanko().addValidationData(to: Trial.signedTwice.get())
        let inspection = try PDFInspection.inspect(file)
        #expect(inspection.isIntact, "\(inspection.signatures.map(\.changes))")
        #expect(inspection.validationData.certificates == [try Trial.authority.get().certificate.der])
    }

    @Test func readsOurValidationData() throws {
        let data = try ValidationData(certificates: [Trial.authority.get().certificate.der])
        let file = try data.appended(to: Trial.signedTwice.get())
        let verdicts = try PyHanko().validate(file)
        #expect(verdicts.count == 2 && verdicts.allSatisfy(\.bottomLine), "\(verdicts)")
        let inspection = try PDFInspection.inspect(file)
        #expect(inspection.isIntact && inspection.validationData == data)
    }

    @Test func olderFormat() throws {
        let file = try PyHanko().sign(
            Trial.document.get(), by: Trial.secretary.get(), field: "A", options: "pkcs7")
        let signature = try #require(PDFInspection.inspect(file).signatures.first)
        #expect(signature.format == .pkcs7 && signature.level == nil)
        #expect(signature.isIntact, "\(String(describing: signature.cms))")
    }
}
