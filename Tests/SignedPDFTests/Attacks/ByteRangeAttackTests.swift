import OpenSSLKit
import SignedPDF
import Testing

/// Byte ranges that say something else than what they must (Mladenov et al.: 1 Trillion Dollar Refund, CCS 2019).
@Suite struct ByteRangeAttackTests {
    /// A file whose byte range is `rewrite` of the right one, in as many bytes, and signed accordingly.
    private func file(_ rewrite: ([Int]) -> String) throws -> [UInt8] {
        var prepared = try PreparedSignature.prepare(
            SmallDocument.make(), plan: SignaturePlan(field: "A", signerName: "A", time: 0, capacity: 4096)
        ).file
        let start = try #require(prepared.firstRange(of: "/ByteRange [")).upperBound - 1
        let end = try #require(prepared.firstRange(of: "]", from: start)).upperBound
        let numbers = prepared[start + 1..<end - 1].latin1.split(separator: " ").compactMap { Int($0) }
        let room = try #require(prepared.firstRange(of: "/Contents <", from: start)).lowerBound
        let text = rewrite(numbers).utf8
        prepared.replaceSubrange(start..<room, with: text + Array(repeating: 32, count: room - start - text.count))
        return prepared
    }

    private func coverage(_ rewrite: ([Int]) -> String) throws -> Coverage {
        try #require(PDFInspection.inspect(file(rewrite)).signatures.first).coverage
    }

    @Test func whatIsRight() throws {
        #expect(try coverage { "[\($0[0]) \($0[1]) \($0[2]) \($0[3])]" } == .wholeFile)
    }

    @Test func wrongForms() throws {
        let forms: [([Int]) -> String] = [
            { "[1 \($0[1] - 1) \($0[2]) \($0[3])]" }, { "[0 \($0[1]) \($0[2])]" }, { _ in "[]" }, { _ in "null" },
            { "[0 \($0[1]) \($0[2]) \($0[3]) 0 0]" }, { "[0 0 \($0[2]) \($0[3])]" }, { "[0 \($0[1]) \($0[2]) 0]" },
            { "[0 -\($0[1]) \($0[2]) \($0[3])]" }, { "[0 \($0[1]).0 \($0[2]) \($0[3])]" }, { "[0 \($0[1]) 2 (x)]" },
        ]
        for form in forms { #expect(try coverage(form) == .broken(.badByteRange)) }
    }

    @Test func beyondTheFile() throws {
        #expect(try coverage { "[0 \($0[1]) \($0[2]) \($0[3] + 1)]" } == .broken(.beyondFile))
        #expect(try coverage { "[0 \($0[1]) \($0[2]) 99999999999]" } == .broken(.beyondFile))
        #expect(try coverage { "[0 \($0[2]) \($0[1]) \($0[3])]" } == .broken(.beyondFile))
    }

    @Test func aGapOfAnotherSize() throws {
        #expect(try coverage { "[0 \($0[1] - 1) \($0[2]) \($0[3])]" } == .broken(.gapIsNotContents))
        #expect(try coverage { "[0 \($0[1] + 1) \($0[2]) \($0[3])]" } == .broken(.gapIsNotContents))
        #expect(try coverage { "[0 \($0[1]) \($0[2] + 1) \($0[3] - 1)]" } == .broken(.gapIsNotContents))
        #expect(try coverage { "[0 \($0[1]) \($0[2] - 1) \($0[3] + 1)]" } == .broken(.gapIsNotContents))
        #expect(try coverage { "[0 20 40 \($0[3])]" } == .broken(.gapIsNotContents))
    }

    @Test func anEndWithinTheFile() throws {
        #expect(try coverage { "[0 \($0[1]) \($0[2]) \($0[3] - 20)]" } == .broken(.notARevision))
    }

    /// What came after the signature was written is covered too, as if it had been signed with it.
    @Test func overALaterRevision() throws {
        let right = try file { "[0 \($0[1]) \($0[2]) \($0[3])]" }
        var forger = Forger(right)
        try forger.change(6, "Quyet dinh", "Thong bao")
        let more = try forger.forged().dropFirst(right.count)
        let wide = try file { "[0 \($0[1]) \($0[2]) \($0[3] + more.count)]" } + more
        let signature = try #require(PDFInspection.inspect(wide).signatures.first)
        #expect(signature.coverage == .broken(.otherRevision) && !signature.isIntact)
    }

    @Test func theEndOfTheLastLineMayBeLeftOut() throws {
        guard case .revision = try coverage({ "[0 \($0[1]) \($0[2]) \($0[3] - 1)]" }) else {
            Issue.record("broken"); return
        }
    }

    /// The signature dictionary is written anew with the old range: what it covers is not what it stands in.
    @Test func movedContents() throws {
        let signed = try SmallDocument.signed(SmallDocument.make())
        var forger = Forger(signed)
        let value = try forger.number("/SubFilter")
        try forger.change(value, "/SubFilter", "/Location (x) /SubFilter")
        let signature = try #require(PDFInspection.inspect(forger.forged()).signatures.first)
        #expect(signature.coverage == .broken(.gapIsNotContents) && !signature.isIntact)
    }

    /// The gap is made wider, and the new room filled with objects that nothing covers.
    @Test func wrapped() throws {
        var file = try SmallDocument.signed(SmallDocument.make())
        let gap = try #require(file.firstRange(of: "/Contents <"))
        let end = try #require(file.firstRange(of: ">", from: gap.upperBound)).upperBound
        file.insert(contentsOf: Array(" /Wrapped (khong duoc ky)".utf8), at: end)
        let isIntact = (try? PDFInspection.inspect(file).isIntact) ?? false
        #expect(!isIntact)
    }

    @Test(arguments: ["null", "()", "<>", "<00>", "<3000>  ", "[<3000>]"])
    func contentsThatAreNone(text: String) throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        let value = try forger.number("/SubFilter")
        forger.set(value, "<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 10 20 30] /Contents \(text) >>")
        let signature = try #require(PDFInspection.inspect(forger.forged()).signatures.first)
        guard case .broken = signature.coverage else { Issue.record("\(signature.coverage)"); return }
        #expect(!signature.isIntact)
    }

    @Test func theSignatureWithinTheField() throws {
        var forger = Forger(try SmallDocument.signed(SmallDocument.make()))
        let (field, value) = (try forger.number("/FT /Sig"), try forger.number("/SubFilter"))
        try forger.change(field, "/V \(value) 0 R", "/V \(try forger.body(value))")
        let signature = try #require(PDFInspection.inspect(forger.forged()).signatures.first)
        #expect(signature.flaws.contains(.notAnObject) && !signature.isIntact)
        #expect(signature.coverage == .broken(.badContents))
    }

    @Test func anUnknownFormat() throws {
        let file = try SmallDocument.signed(SmallDocument.make()).replacing(
            "/ETSI.CAdES.detached", with: "/adbe.x509.rsa_sha1a")
        let signature = try #require(PDFInspection.inspect(file).signatures.first)
        #expect(signature.flaws == [.unsupportedFormat("adbe.x509.rsa_sha1a")] && !signature.isIntact)
    }

    /// Signed over and over, and not what the catalog names as the document's certification; nothing else is wrong.
    @Test(arguments: [true, false]) func aCertificationThatTheCatalogDoesNotName(isNamed: Bool) throws {
        let plan = SignaturePlan(
            field: "A", signerName: "A", time: 0, certification: .onlyFurtherSignatures, capacity: 4096)
        let prepared = try PreparedSignature.prepare(SmallDocument.make(), plan: plan)
        let file = isNamed ? prepared.file : prepared.file.replacing("/Perms", with: "/Permz")
        let content = Array(file[..<prepared.gap.lowerBound]) + file[prepared.gap.upperBound...]
        let cms = try DetachedSignature.sign(content: content, by: Trial.secretary.get(), as: .pades)
        let digits = cms.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let start = prepared.gap.lowerBound + 1
        var signed = file
        signed.replaceSubrange(start..<start + digits.utf8.count, with: Array(digits.utf8))
        let signature = try #require(PDFInspection.inspect(signed).signatures.first)
        #expect(signature.flaws == (isNamed ? [] : [.misplacedCertification]))
        #expect(signature.coverage == .wholeFile && signature.changes == .none && signature.cms?.isIntact == true)
        #expect(signature.isIntact == isNamed)
    }

    @Test func aCertificationThatIsNotTheFirst() throws {
        let signed = try SmallDocument.signed(SmallDocument.make())
        let plan = SignaturePlan(field: "B", signerName: "B", time: 0, capacity: 4096)
        #expect(throws: PDFError.alreadySigned) {
            var certifying = plan
            certifying.certification = .onlyFurtherSignatures
            _ = try PreparedSignature.prepare(signed, plan: certifying)
        }
        #expect(throws: PDFError.alreadySigned) {
            try PreparedSignature.prepare(signed, additions: PDFAdditions(), plan: plan)
        }
    }
}
