import OpenSSLKit
import SignedPDF
import Testing

/// Fields that are added after a signature to hide something or to do something.
@Suite struct FieldAttackTests {
    private let area = "/Rect [0 0 100 50]"

    private func adding(_ entries: String, extra: [String] = []) throws -> Forger {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        let field = forger.nextNumber
        forger.set(field, "<< /Type /Annot /Subtype /Widget /P 3 0 R \(entries) >>")
        for (index, body) in extra.enumerated() { forger.set(field + 1 + index, body) }
        let form = try forger.number("/Fields ")
        try forger.change(form, "0 R]", "0 R \(field) 0 R]")
        try forger.change(3, "0 R]", "0 R \(field) 0 R]")
        return forger
    }

    @Test func anEmptyFieldIsPermitted() throws {
        for place in ["", "/Rect [0 0 0 0]", "/Rect [70 30 70 30]"] {
            let forger = try adding("/FT /Sig /T (B) \(place)")
            #expect(try changes(forger) == .permitted([.signatureField(name: "B", page: 0)]), "\(place)")
        }
    }

    @Test(arguments: [
        ("/FT /Tx /T (B) /V (Khong) /Rect [0 0 100 50]", FieldFault.notASignatureField),
        ("/FT /Sig /T (B) /Rect [0 0 100 50] /A << /S /JavaScript /JS (x) >>", .strangeEntry),
        ("/FT /Sig /T (B) /Rect [0 0 100 50] /AA << >>", .strangeEntry),
        ("/FT /Sig /T (B) /Rect [0 0 100 50] /OC 1 0 R", .strangeEntry),
        ("/FT /Sig /T (A) /Rect [0 0 100 50]", .repeatedName),
        ("/FT /Sig /T (B) /Rect [0 0 300 200]", .outsideKeptPlaces),
        ("/FT /Sig /T (B) /Rect [300 200 0 0]", .outsideKeptPlaces),
        ("/FT /Sig /T (B) /Rect [0 0 100 50]", .outsideKeptPlaces),
        ("/FT /Sig /T (B) /Rect [0 0 100 0] /Border [0 0 9]", .outsideKeptPlaces),
        ("/FT /Sig /T (B) /Rect [5 0 5 50] /MK << /BC [0] >>", .outsideKeptPlaces),
        ("/FT /Sig /T (B) /Rect [0 0 (x) 50]", .badAppearance),
        (
            "/FT /Sig /T (B) /Rect [0 0 9 9] /V << /Reference [<< /TransformMethod /DocMDP >>] >>",
            .certifies
        ),
    ])
    func badFields(entries: String, fault: FieldFault) throws {
        let name = entries.contains("/T (A)") ? "A" : "B"
        try expectForbidden(adding(entries), .badField(name, fault))
    }

    /// Another signer's mark, white, over what the first one signed.
    @Test func aSignedMarkOutsideTheKeptPlaces() throws {
        var plan = try Trial.first()
        plan.certification = nil
        plan.field = "Khac"
        let file = try Trial.sign(.prepare(Trial.signedOnce.get(), plan: plan), by: Trial.stranger.get())
        let signature = try #require(PDFInspection.inspect(file).signatures.first)
        #expect(signature.changes == .forbidden([.badField("Khac", .outsideKeptPlaces)]))
    }

    /// Room for a signature made after the first one is no room kept for it, signed in one revision or in two.
    @Test func aPlaceMadeLaterAndThenSigned() throws {
        let forger = try adding("/FT /Sig /T (B) \(area)")
        let plan = SignaturePlan(
            field: "B", signerName: "B", time: Trial.signingTime,
            mark: try .init(page: 0, rectangle: .empty, appearance: Trial.mark.get()))
        let file = try Trial.sign(.prepare(forger.forged(), plan: plan), by: Trial.stranger.get())
        #expect(
            try PDFInspection.inspect(file).signatures.first?.changes
                == .forbidden([.badField("B", .outsideKeptPlaces)]))
    }

    @Test func aFieldOutsideTheForm() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        let field = forger.nextNumber
        forger.set(field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (B) /P 3 0 R \(area) >>")
        try forger.change(3, "0 R]", "0 R \(field) 0 R]")
        try expectForbidden(forger, .annotationsChanged(page: 0))
    }

    @Test func aStreamInAFieldsPlace() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        let field = forger.nextNumber
        forger.set(field, "<< /Subtype /Widget /FT /Sig /T (B) \(area) /Length 0 >>\nstream\n\nendstream")
        let form = try forger.number("/Fields ")
        try forger.change(form, "0 R]", "0 R \(field) 0 R]")
        #expect(throws: PDFError.self) { try PDFInspection.inspect(forger.forged()) }
    }

    /// An array that is both a page's annotations and its contents would bring new contents with a new field.
    @Test func anArrayOfTwoUses() throws {
        let base = SmallDocument.make(page: "/Contents 4 0 R /Annots 7 0 R /Tabs 7 0 R", extra: [7: "[]"])
        var forger = Forger(try SmallDocument.signed(base))
        let field = forger.nextNumber
        forger.set(field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (B) /P 3 0 R \(area) >>")
        try forger.change(forger.number("/Fields "), "0 R]", "0 R \(field) 0 R]")
        try forger.change(7, "0 R]", "0 R \(field) 0 R]")
        try expectForbidden(forger, .objectShared(7))
    }

    @Test func makesViewersDrawFieldsAnew() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        try forger.change(forger.number("/Fields "), "/SigFlags", "/NeedAppearances true /SigFlags")
        try expectForbidden(forger, .formEntry("NeedAppearances"))
    }

    @Test func removesAField() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        let form = try forger.number("/Fields ")
        forger.set(form, "<< /Fields [] /SigFlags 3 >>")
        // The signature is no longer a field's, so there is none.
        let inspection = try PDFInspection.inspect(forger.forged())
        #expect(inspection.signatures.isEmpty && !inspection.isIntact)
    }

    @Test func changesASignedField() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        let field = try forger.number("/FT /Sig")
        try forger.change(field, "/T (A)", "/T (A) /TU (Khac)")
        try expectForbidden(forger, .objectChanged(field))
    }

    @Test func showsOneSignatureTwice() throws {
        let signed = try SmallDocument.signed(SmallDocument.make())
        let value = try Forger(signed).number("/SubFilter")
        let file = try adding("/FT /Sig /T (B) \(area) /V \(value) 0 R").forged()
        let inspection = try PDFInspection.inspect(file)
        #expect(inspection.signatures.map(\.field) == ["A", "B"] && !inspection.isIntact)
        #expect(inspection.signatures.allSatisfy { $0.flaws.contains(.sharedBySeveralFields) })
    }

    @Test func aSignatureThatAllowsNothing() throws {
        var plan = SignaturePlan(
            field: "A", signerName: "A", time: 0, certification: .onlyFurtherSignatures, capacity: 4096)
        var prepared = try PreparedSignature.prepare(SmallDocument.make(), plan: plan).file
        let place = try #require(prepared.firstRange(of: "/P 2 /Type /TransformParams"))
        prepared[place.lowerBound + 3] = UInt8(ascii: "1")
        let cms = try #require(prepared.firstRange(of: "/Contents <")).upperBound
        let end = try #require(prepared.firstRange(of: ">", from: cms)).upperBound
        let content = Array(prepared[..<(cms - 1)]) + prepared[end...]
        let digits = try DetachedSignature.sign(content: content, by: Trial.secretary.get(), as: .pades)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        prepared.replaceSubrange(cms..<cms + digits.utf8.count, with: Array(digits.utf8))
        #expect(try PDFInspection.inspect(prepared).signatures.map(\.permission) == [.nothing])
        #expect(try PDFInspection.inspect(prepared).isIntact)

        (plan.field, plan.certification) = ("B", nil)
        let second = try Trial.sign(.prepare(prepared, plan: plan), by: Trial.seal.get())
        #expect(
            try PDFInspection.inspect(second).signatures.map(\.changes)
                == [.forbidden([.lockedBySignature("A")]), .none])
    }

    /// What anybody could add without a key: a mark with no signature behind it.
    @Test func aMarkWithoutASignature() throws {
        let number = try adding("").nextNumber + 1
        let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 100 50] /Length 7 >>\nstream\n(Khong)\nendstream"
        for entries in ["/AP << /N \(number) 0 R >>", "/MK << /BG [1 1 1] >>", "/V null /AP << /N \(number) 0 R >>"] {
            let forger = try adding("/FT /Sig /T (B) \(area) \(entries)", extra: [form])
            try expectForbidden(forger, .badField("B", .outsideKeptPlaces))
        }
    }

    @Test func aMarkInTheReservedFieldWithoutASignature() throws {
        var forger = try Forger(Trial.signedOnce.get())
        let (seat, form) = (try forger.number("/T (ConDau)"), forger.nextNumber)
        forger.set(form, "<< /Subtype /Form /BBox [0 0 100 35] /Length 7 >>\nstream\n(Khong)\nendstream")
        try forger.change(seat, "/Rect", "/AP << /N \(form) 0 R >> /Rect")
        try expectForbidden(forger, .fieldsChanged)
    }

    @Test func aReservedFieldMoved() throws {
        var forger = try Forger(Trial.signedOnce.get())
        try forger.change(forger.number("/T (ConDau)"), "/Rect [280", "/Rect [180")
        try expectForbidden(forger, .fieldsChanged)
    }

    @Test func aReservedFieldWithSomethingElseThanASignature() throws {
        for value in ["(x)", "null", "[]", "/Yes"] {
            var forger = try Forger(Trial.signedOnce.get())
            try forger.change(forger.number("/T (ConDau)"), "/Rect", "/V \(value) /Rect")
            let inspection = try PDFInspection.inspect(forger.forged())
            #expect(!inspection.isIntact, "\(value)")
        }
    }
}
