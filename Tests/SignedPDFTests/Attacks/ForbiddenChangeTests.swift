import SignedPDF
import Testing

/// Each change that may not come after a signature, alone: nothing else of the file is touched, and nothing else found.
@Suite struct ForbiddenChangeTests {
    private func expectOnly(
        _ expected: ForbiddenChange..., base: [UInt8]? = nil, location: SourceLocation = #_sourceLocation,
        forge: (inout Forger) throws -> Void
    ) throws {
        var forger = try Forger(SmallDocument.signed(base ?? SmallDocument.make()))
        try forge(&forger)
        #expect(try changes(forger) == .forbidden(expected), sourceLocation: location)
    }

    /// With a signature behind it, which covers it; alone it is nobody's.
    private func expectPermitted(
        _ expected: PermittedChange, location: SourceLocation = #_sourceLocation,
        forge: (inout Forger) throws -> Void
    ) throws {
        var forger = try Forger(SmallDocument.signed(SmallDocument.make()))
        try forge(&forger)
        let file = try forger.forged()
        let alone = try #require(PDFInspection.inspect(file).signatures.first).changes
        #expect(alone == .forbidden([.unsigned(expected)]), sourceLocation: location)
        let plan = SignaturePlan(field: "B", signerName: "B", time: Trial.signingTime)
        let signed = try PDFInspection.inspect(Trial.sign(.prepare(file, plan: plan), by: Trial.seal.get()))
        #expect(signed.isIntact, sourceLocation: location)
        guard case .permitted(let changes)? = signed.signatures.first?.changes else { return }
        #expect(changes.first == expected && changes.count == 2, "\(changes)", sourceLocation: location)
    }

    /// What the page is drawn with, written in the page itself.
    @Test func resourcesInThePage() throws {
        try expectOnly(.pageChanged(0)) { try $0.change(3, "/F1 5 0 R", "/F1 6 0 R") }
        try expectOnly(.pageChanged(0)) { try $0.change(3, "/Resources <<", "/Resources << /XObject << >>") }
        try expectOnly(.pageChanged(0)) { try $0.change(3, "/MediaBox [0 0 300 200]", "/MediaBox [0 0 300 201]") }
        try expectOnly(.pageChanged(0)) { try $0.change(3, "/Type /Page", "/Rotate 180 /Type /Page") }
    }

    /// The same where they are objects of their own: the page is the same bytes.
    @Test func resourcesApartFromThePage() throws {
        let base = SmallDocument.make(
            page: "/Contents 4 0 R /Group 7 0 R", extra: [7: "<< /S /Transparency /CS /DeviceRGB >>"])
        try expectOnly(.objectChanged(7), base: base) { try $0.change(7, "DeviceRGB", "DeviceGray") }
        try expectOnly(.objectChanged(5)) { try $0.change(5, "Helvetica", "Symbol") }
        try expectOnly(.objectChanged(2)) { try $0.change(2, "/Type /Pages", "/Type /Pages /Rotate 90") }
    }

    @Test func theCatalog() throws {
        for key in ["OpenAction", "OCProperties", "Names", "AA", "PageLabels", "Lang"] {
            try expectOnly(.catalogEntry(key)) { try $0.change(1, "/Type /Catalog", "/Type /Catalog /\(key) << >>") }
        }
        try expectOnly(.catalogEntry("Version")) { try $0.change(1, "/Type /Catalog", "/Type /Catalog /Version /9.9") }
        try expectOnly(.catalogEntry("Extensions")) {
            try $0.change(1, "/Type /Catalog", "/Type /Catalog /Extensions << /X 4 0 R >>")
        }
    }

    @Test func theForm() throws {
        for key in ["NeedAppearances", "XFA", "CO"] {
            try expectOnly(.formEntry(key)) { forger in
                try forger.change(forger.number("/Fields "), "/SigFlags", "/\(key) [] /SigFlags")
            }
        }
    }

    /// Some programs add what text fields would use; there are none.
    @Test func idlePartsOfTheFormArePermitted() throws {
        try expectPermitted(.nothing) { forger in
            try forger.change(forger.number("/Fields "), "/SigFlags", "/DA (/Helv 0 Tf) /DR << >> /SigFlags")
        }
    }

    @Test func theInformation() throws {
        try expectOnly(.informationChanged("Title")) { try $0.change(6, "Quyet dinh", "Thong bao") }
        try expectOnly(.informationChanged("Author")) { try $0.change(6, "/Title", "/Author (Ai) /Title") }
    }

    /// The first part names the document for good; the second changes with each revision.
    @Test(arguments: [0, 1]) func theIdentifier(part: Int) throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        try forger.change(6, "/Title", "/ModDate (D:20261222) /Title")
        var file = try forger.forged()
        let name = try #require(file.lastRange(of: "/ID [")).upperBound
        let strings = file.indices.dropFirst(name).filter { file[$0] == UInt8(ascii: "<") }.prefix(2)
        let digit = try #require(strings.dropFirst(part).first) + 1
        file[digit] = file[digit] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
        let changes = try #require(PDFInspection.inspect(file).signatures.first).changes
        #expect(changes == (.forbidden([part == 0 ? .identifierChanged : .unsigned(.documentInformation)])))
    }

    /// What a new field may bring along is put where the signed page referred to nothing.
    @Test func aReferenceOfThePageThatAFieldFills() throws {
        try expectOnly(.referenceFilled(70), base: SmallDocument.make(page: "/Contents 4 0 R /Tabs 70 0 R")) { forger in
            let field = forger.nextNumber
            forger.set(field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (B) /P 3 0 R /Lock 70 0 R >>")
            forger.set(70, "<< /Type /SigFieldLock /Action /All >>")
            try forger.change(forger.number("/Fields "), "0 R]", "0 R \(field) 0 R]")
            try forger.change(3, "0 R]", "0 R \(field) 0 R]")
        }
    }

    /// Signing programs raise the version, name their extensions and say who they are.
    @Test func theVersionMayBeRaised() throws {
        try expectPermitted(.version) { try $0.change(1, "/Type /Catalog", "/Type /Catalog /Version /2.0") }
        try expectPermitted(.version) {
            try $0.change(1, "/Type /Catalog", "/Type /Catalog /Extensions << /ISO_ [<< /BaseVersion /2.0 >>] >>")
        }
    }

    private static func packet(_ content: String) -> String {
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description \(content)</rdf:Description></rdf:RDF></x:xmpmeta>"
    }

    private func writing(
        _ packet: String, entries: String = "/Type /Metadata /Subtype /XML"
    ) -> (inout Forger) throws -> Void {
        { forger in
            let number = forger.nextNumber
            forger.set(
                number,
                "<< \(entries) /Length \(packet.utf8.count) >>\nstream\n\(Array(packet.utf8).latin1)\nendstream")
            try forger.change(1, "/Type /Catalog", "/Type /Catalog /Metadata \(number) 0 R")
        }
    }

    @Test(arguments: [
        "xmp:ModifyDate='2026-11-29T18:52:17+00:00' pdf:Producer='pyHanko'>",
        "><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Quyet dinh</rdf:li></rdf:Alt></dc:title>",
        "dc:title = \"Quyet dinh\">", "><dc:title/>", "><dc:format>application/pdf</dc:format>",
    ])
    func metadataThatSayTheSameTitleArePermitted(content: String) throws {
        try expectPermitted(.metadata, forge: writing(Self.packet(content)))
    }

    @Test(arguments: [
        "><dc:title><rdf:Alt><rdf:li>Thong bao</rdf:li></rdf:Alt></dc:title>", "dc:title='Thong bao'>",
        "><t:title>Quyet dinh</t:title><dc:title>Khac</dc:title>", "xmlns:q='' q:title\n=\n'Khac'>",
        "a='>' dc:title='Khac'>", "a=\"'>'\" dc:title='Khac'>", "dc:title='\u{301}Khac'>",
        "><dc:title>\u{301}Khac</dc:title>",
        "><title>Khac</title>", "><dc:title xml:lang='vi'>Quyet dinh<b/>Khac</dc:title>",
    ])
    func metadataThatSayAnotherTitle(content: String) throws {
        try expectOnly(.informationChanged("Title"), forge: writing(Self.packet(content)))
    }

    @Test(arguments: ["<!DOCTYPE x>", "&#116;", "<![CDATA[x]]>", "\0"])
    func metadataThatCouldHideATitle(content: String) throws {
        try expectOnly(.catalogEntry("Metadata"), forge: writing(Self.packet(">\(content)")))
    }

    @Test(arguments: [
        "/Type /XObject /Subtype /XML", "/Type /Metadata /Subtype /Form", "/Type /Metadata /Subtype /XML /A 1",
    ])
    func metadataThatAreNone(entries: String) throws {
        try expectOnly(.catalogEntry("Metadata"), forge: writing(Self.packet(">"), entries: entries))
    }

    /// A content stream of the page that is made into metadata is still the page's.
    @Test func metadataThatAreSomethingElse() throws {
        let packet = Self.packet(">")
        try expectOnly(.objectChanged(4)) { forger in
            let entries = "/Type /Metadata /Subtype /XML /Length \(packet.utf8.count)"
            forger.set(4, "<< \(entries) >>\nstream\n\(packet)\nendstream")
            try forger.change(1, "/Type /Catalog", "/Type /Catalog /Metadata 4 0 R")
        }
    }
}
