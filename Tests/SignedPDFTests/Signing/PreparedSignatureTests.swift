import OpenSSLKit
import SignedPDF
import Testing

@Suite struct PreparedSignatureTests {
    @Test func signsOnce() throws {
        let inspection = try PDFInspection.inspect(Trial.signedOnce.get())
        let signature = try #require(inspection.signatures.first)
        #expect(inspection.signatures.count == 1 && inspection.isIntact)
        #expect(signature.coverage == .wholeFile && signature.changes == .none && signature.flaws.isEmpty)
        #expect(signature.field == "NguoiKy" && signature.format == .cades && signature.level == .baselineB)
        #expect(signature.signerName == "Lò Văn Thắng" && signature.claimedTime == Trial.signingTime)
        #expect(signature.reason == "Ban hành quyết định" && signature.location == "Lai Châu")
        #expect(signature.permission == .formFilling)
        #expect(signature.page == 0)
        #expect(signature.rectangle == PDFRectangle(x: 340, y: 60, width: 200, height: 70))
        #expect(inspection.attachments == [Trial.statement])
        #expect(inspection.pageCount == 2 && inspection.revisionCount == 2 && inspection.emptyFields == ["ConDau"])
    }

    @Test func aSecondSignatureLeavesTheFirst() throws {
        let once = try Trial.signedOnce.get()
        let twice = try Trial.signedTwice.get()
        #expect(twice.starts(with: once))
        let inspection = try PDFInspection.inspect(twice)
        #expect(inspection.isIntact && inspection.signatures.map(\.field) == ["NguoiKy", "ConDau"])
        #expect(inspection.signatures.map(\.coverage) == [.revision(end: once.count), .wholeFile])
        #expect(inspection.signatures[0].changes == .permitted([.fieldSigned(name: "ConDau")]))
        #expect(inspection.signatures[1].changes == .none)
        #expect(inspection.attachments == [Trial.statement])
    }
}
