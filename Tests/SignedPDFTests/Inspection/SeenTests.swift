import Foundation
import PageDrawing
import SignedPDF
import Testing

/// Both revisions drawn, and held against each other.
@Suite struct SeenTests {
    private func seen(_ forge: (inout Forger) throws -> Void, base: [UInt8] = SmallDocument.make()) throws
        -> ForbiddenChange?
    {
        let signed = try SmallDocument.signed(base)
        var forger = Forger(signed)
        try forge(&forger)
        return try PDFInspection.seenChange(since: signed, in: forger.forged())
    }

    @Test func aSealInItsPlaceIsNothingElse() throws {
        let (once, twice) = (try Trial.signedOnce.get(), try Trial.signedTwice.get())
        #expect(try PDFInspection.seenChange(since: once, in: twice) == nil)
        #expect(try PDFInspection.seenChange(since: once, in: once) == nil)
    }

    @Test func aWordReplaced() throws {
        let word = "BT /F1 12 Tf 20 100 Td (Rot) Tj ET    "
        let change = try seen { $0.set(4, "<< /Length 38 >>\nstream\n\(word)\nendstream") }
        guard case .seen(page: 0, let place)? = change else { Issue.record("\(String(describing: change))"); return }
        // The page is 300 by 200 points, the word 20 from the left and 100 from below.
        #expect((18...26).contains(place.x) && (85...100).contains(place.y) && place.width < 25 && place.height < 15)
        #expect(change?.description.contains("page 1 shows something else, ") == true)
    }

    @Test func aWhiteNote() throws {
        let change = try seen { forger in
            let note = forger.nextNumber
            let form = "<< /Subtype /Form /BBox [0 0 60 20] /Length 23 >>\nstream\n1 g 0 0 60 20 re f      \nendstream"
            let entries = "/Rect [15 95 75 115] /F 4 /AP << /N \(note + 1) 0 R >>"
            forger.set(note, "<< /Type /Annot /Subtype /Stamp \(entries) >>")
            forger.set(note + 1, form)
            try forger.change(3, "0 R]", "0 R \(note) 0 R]")
        }
        guard case .seen(page: 0, _)? = change else { Issue.record("\(String(describing: change))"); return }
    }

    /// What nobody sees is nobody's concern here; the comparison by structure says more.
    @Test func whatIsNotSeen() throws {
        #expect(try seen { try $0.change(6, "Quyet dinh", "Thong bao") } == nil)
    }

    /// A kept place that nobody signed in shows what it showed; one that is signed may show anything.
    @Test func onlyPlacesThatWereSignedAreLeftOut() throws {
        let once = try Trial.signedOnce.get()
        var forger = Forger(once)
        let form = forger.nextNumber
        forger.set(form, "<< /Subtype /Form /BBox [0 0 100 35] /Length 21 >>\nstream\n0 g 0 0 100 35 re f  \nendstream")
        try forger.change(forger.number("/T (ConDau)"), "/Rect", "/AP << /N \(form) 0 R >> /Rect")
        guard case .seen(page: 0, _)? = try PDFInspection.seenChange(since: once, in: forger.forged()) else {
            Issue.record("not seen"); return
        }
    }

    /// Places are found on pages that are turned and cut.
    @Test(arguments: [0, 90, 180, 270, -90], [false, true])
    func turnedPages(angle: Int, isCut: Bool) throws {
        let crop = isCut ? "/CropBox [10 20 290 190]" : ""
        let base = SmallDocument.make(page: "/Contents 4 0 R /Rotate \(angle) \(crop)")
        let additions = PDFAdditions(reservedFields: [
            .init(name: "B", page: 0, rectangle: PDFRectangle(x: 200, y: 130, width: 60, height: 21))
        ])
        let plan = SignaturePlan(field: "A", signerName: "A", time: Trial.signingTime, capacity: 4096)
        let once = try Trial.sign(.prepare(base, additions: additions, plan: plan), by: Trial.secretary.get())
        let seal = SignaturePlan(
            field: "B", signerName: "B", time: Trial.signingTime,
            mark: try .init(page: 0, rectangle: .empty, appearance: Trial.mark.get()), capacity: 4096)
        let twice = try Trial.sign(.prepare(once, plan: seal), by: Trial.seal.get())
        #expect(try PDFInspection.inspect(twice).isIntact)
        #expect(try PDFInspection.seenChange(since: once, in: twice) == nil)
        // And it is seen where it is not expected.
        #expect(try PageComparison.difference(once, twice, outside: []) != nil)
    }

    @Test func whatCannotBeDrawn() throws {
        #expect(throws: DrawingFault.unreadable) { try PageComparison.difference([1, 2, 3], [1, 2, 3], outside: []) }
        let (one, two) = (SmallDocument.make(), try Trial.document.get())
        #expect(throws: DrawingFault.otherPages) { try PageComparison.difference(one, two, outside: []) }
        #expect(throws: PDFError.self) { try PDFInspection.seenChange(since: [], in: one) }
    }

    /// However large it says it is.
    @Test func largePagesAreDrawnCoarsely() throws {
        let large = SmallDocument.make().replacing("[0 0 300 200]", with: "[0 0 9999 99]")
        #expect(try PageComparison.difference(large, large, outside: []) == nil)
    }
}
