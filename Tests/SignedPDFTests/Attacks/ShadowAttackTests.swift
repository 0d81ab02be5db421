import SignedPDF
import Testing

/// Content hidden, replaced, or prepared and brought out later (Mainka, Mladenov, Rohlmann: Shadow Attacks, 2021).
@Suite struct ShadowAttackTests {
    private let once = Trial.signedOnce

    @Test func hidesTextUnderAnAnnotation() throws {
        var forger = try Forger(once.get())
        let page = try forger.number("/Type /Page ")
        let note = forger.nextNumber
        forger.set(note, "<< /Type /Annot /Subtype /Square /Rect [0 0 500 800] /IC [1 1 1] /F 4 >>")
        try forger.change(page, "/Annots [", "/Annots [\(note) 0 R ")
        try expectForbidden(forger, .annotationsChanged(page: 0))
    }

    @Test func hidesTextUnderAnAnnotationBehindTheOthers() throws {
        var forger = try Forger(once.get())
        let page = try forger.number("/Type /Page ")
        let note = forger.nextNumber
        forger.set(note, "<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 800] /F 4 >>")
        try forger.change(page, " 0 R] /", " 0 R \(note) 0 R] /")
        try expectForbidden(forger, .annotationsChanged(page: 0))
    }

    @Test func replacesContent() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        forger.set(4, "<< /Length 8 >>\nstream\n(Khong) \nendstream")
        try expectForbidden(forger, .objectChanged(4))
    }

    @Test func replacesAFont() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        try forger.change(5, "Helvetica", "Symbol")
        try expectForbidden(forger, .objectChanged(5))
    }

    @Test func pointsThePageElsewhere() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        forger.set(90, "<< /Length 8 >>\nstream\n(Khong) \nendstream")
        try forger.change(3, "/Contents 4 0 R", "/Contents 90 0 R")
        try expectForbidden(forger, .pageChanged(0))
    }

    /// Two contents are in the signed file, one of them in no table; only the table is appended.
    @Test func replaceAndHideByTheTableAlone() throws {
        var document = SmallDocument()
        document.addStream(4, "BT (Hidden) Tj ET")
        let base = SmallDocument.continued(document)
        var forger = Forger(try SmallDocument.signed(base))
        forger.setRow(4, offset: try forger.offset(4))
        try expectForbidden(forger, .objectElsewhere(4))
    }

    @Test func replacesTheCatalog() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        forger.set(90, try forger.body(1))
        forger.root = 90
        try expectForbidden(forger, .catalogReplaced)
    }

    @Test func freesAnObject() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        forger.free(4)
        try expectForbidden(forger, .objectFreed(4))
    }

    /// The page names two contents, of which one is not there until after the signing.
    @Test func fillsADanglingReference() throws {
        let base = SmallDocument.make(page: "/Contents [4 0 R 70 0 R]")
        var forger = Forger(try SmallDocument.signed(base))
        forger.set(70, "<< /Length 8 >>\nstream\n(Khong) \nendstream")
        try expectForbidden(forger, .referenceFilled(70), .objectAdded(70))
    }

    /// qpdf leaves out a dictionary's entry that leads nowhere; it must be found all the same.
    @Test func fillsADanglingEntry() throws {
        let base = SmallDocument.make(
            page: "/Contents 4 0 R /Group 7 0 R", extra: [7: "<< /S /Transparency /CS 70 0 R >>"])
        var forger = Forger(try SmallDocument.signed(base))
        forger.set(70, "/DeviceGray")
        try expectForbidden(forger, .referenceFilled(70), .objectAdded(70))
    }

    @Test func runsAnAction() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        try forger.change(1, "/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>")
        try expectForbidden(forger, .catalogEntry("OpenAction"))
    }

    @Test func hidesByLayers() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        try forger.change(1, "/Type /Catalog", "/Type /Catalog /OCProperties << /OCGs [] /D << >> >>")
        try expectForbidden(forger, .catalogEntry("OCProperties"))
    }

    @Test func renamesTheDocument() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        try forger.change(6, "Quyet dinh", "Thong bao")
        try expectForbidden(forger, .informationChanged("Title"))
    }

    @Test func anotherProgramMaySayThatItWrote() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        try forger.change(6, "/Title", "/ModDate (D:20260105090000Z) /Producer (x) /Title")
        #expect(try changes(forger) == .forbidden([.unsigned(.documentInformation)]))
    }

    /// A font is made to look like a document's information, and the trailer points to it.
    @Test func turnsAnObjectIntoSomethingPermitted() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        forger.set(5, "<< /Title (Quyet dinh) /Producer (x) >>")
        forger.info = 5
        try expectForbidden(forger, .objectChanged(5))
    }

    @Test func turnsAnObjectIntoValidationData() throws {
        let base = SmallDocument.make(page: "/Contents 4 0 R /Group 7 0 R", extra: [7: "<< /S /Transparency >>"])
        var forger = Forger(try SmallDocument.signed(base))
        forger.set(7, "<< /Type /DSS /Certs [] >>")
        try forger.change(1, "/Type /Catalog", "/DSS 7 0 R /Type /Catalog")
        try expectForbidden(forger, .objectChanged(7))
    }

    @Test func leavesContentInWait() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        forger.set(90, "<< /Length 8 >>\nstream\n(Khong) \nendstream")
        try expectForbidden(forger, .objectAdded(90))
    }

    @Test func leavesBytesInWait() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        let end = try SmallDocument.signed(SmallDocument.make()).count
        forger.loose = "91 0 obj\n<< /Length 0 >>\nendobj\n"
        forger.set(6, try forger.body(6))
        guard case .forbidden(let list) = try changes(forger), case .unaccountedBytes(let offset) = list.first else {
            Issue.record("not found"); return
        }
        #expect((end - 8...end + 8).contains(offset))
    }

    @Test func aRevisionWithoutAChange() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        forger.set(6, try forger.body(6))
        #expect(try changes(forger) == .forbidden([.unsigned(.nothing)]))
    }
}

/// What inspection says was done after the first signature.
func changes(_ forger: Forger) throws -> Changes {
    let file = try forger.forged()
    return try #require(PDFInspection.inspect(file).signatures.first).changes
}

func expectForbidden(
    _ forger: Forger, _ expected: ForbiddenChange..., location: SourceLocation = #_sourceLocation
) throws {
    let file = try forger.forged()
    let inspection = try PDFInspection.inspect(file)
    let signature = try #require(inspection.signatures.first, sourceLocation: location)
    #expect(!inspection.isIntact && !signature.isIntact, sourceLocation: location)
    guard case .forbidden(let found) = signature.changes else {
        Issue.record("permitted: \(signature.changes)", sourceLocation: location)
        return
    }
    for change in expected { #expect(found.contains(change), "\(found)", sourceLocation: location) }
}
