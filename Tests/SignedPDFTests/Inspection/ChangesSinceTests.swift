import SignedPDF
import TestSupport
import Testing

/// A file handed out, signed by another program, and handed in.
@Suite struct ChangesSinceTests {
    private let base = Result { try Trial.additions.appended(to: Trial.document.get()) }

    private var plan: SignaturePlan {
        get throws {
            var plan = try Trial.second()
            plan.certification = .onlyFurtherSignatures
            return plan
        }
    }

    @Test func signed() throws {
        let file = try Trial.sign(.prepare(base.get(), plan: plan), by: Trial.secretary.get())
        #expect(try PDFInspection.changes(since: base.get(), in: file) == .permitted([.fieldSigned(name: "ConDau")]))
        let inspection = try PDFInspection.inspect(file)
        #expect(inspection.isIntact && inspection.attachments == [Trial.statement])
    }

    @Test func signedByAnotherProgram() throws {
        let file = try PyHanko().sign(base.get(), by: Trial.seal.get(), field: "ConDau", options: "certify")
        let changes = try PDFInspection.changes(since: base.get(), in: file)
        #expect(changes.arePermitted, "\(changes)")
    }

    @Test func leftAsItWas() throws {
        #expect(try PDFInspection.changes(since: base.get(), in: base.get()) == .none)
    }

    @Test func anotherFile() throws {
        #expect(
            try PDFInspection.changes(since: base.get(), in: Trial.signedOnce.get()) == .forbidden([.catalogReplaced]))
    }

    @Test func changedBeforeSigning() throws {
        var forger = Forger(SmallDocument.make())
        forger.set(4, "<< /Length 8 >>\nstream\n(Khong) \nendstream")
        let file = try SmallDocument.signed(forger.forged())
        #expect(try PDFInspection.inspect(file).isIntact)
        #expect(
            try PDFInspection.changes(since: SmallDocument.make(), in: file)
                == .forbidden([.objectChanged(4)]))
    }
}
