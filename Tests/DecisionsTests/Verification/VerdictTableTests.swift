import Decisions
import OpenSSLKit
import Recognition
import SignedPDF
import StrictEncoding
import Testing

/// Everything that a verdict looks at, each fault alone: signed with all keys, stamped and recorded, so that nothing else
/// is wrong, and the four answers and no others.
@Suite struct VerdictTableTests {
    private let papers: Papers
    private let signers: Signers
    private let office: Office
    private let now = Signers.signedAt + Signers.day
    private static let good = ["intact", "trusted", "recorded", "in-force"]

    init() throws {
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
        office = try Office.shared.get()
    }

    /// The register knows the very file, unless told otherwise.
    private func codes(
        _ file: [UInt8], recorded: [UInt8]? = nil, at time: Int64 = Signers.signedAt, annulled: Annulment? = nil,
        by verifier: DecisionVerifier? = nil
    ) -> [String] {
        let verifier = verifier ?? DecisionVerifier(anchors: signers.anchors)
        let register = papers.register(annulled, at: time, document: recorded ?? file)
        return verifier.verify(file, register: register, now: now).answers.map(\.code)
    }

    private func replacing(_ index: Int, with code: String) -> [String] {
        var codes = Self.good
        codes[index] = code
        return codes
    }

    @Test func nothingIsWrong() {
        for file in [papers.signed, papers.sealed] { #expect(codes(file) == Self.good) }
        #expect(codes(papers.sealed, recorded: papers.signed) == Self.good)
    }

    /// Of the signer, and of the seal after a signer who is to be trusted.
    @Test func theCertificate() throws {
        let day = Signers.day
        func signer(
            _ name: String, from: Int64, until: Int64, keyUsage: KeyUsage = [.digitalSignature],
            by root: SigningIdentity? = nil
        ) throws -> SigningIdentity {
            try CertificateTemplate(
                commonName: name, organization: Signers.organization, notBefore: Signers.signedAt + from,
                notAfter: Signers.signedAt + until, keyUsage: keyUsage
            ).issued(for: .generateP256(), by: root ?? signers.root)
        }
        for (role, name) in [(SignatureRole.signer, Signers.name), (.bodySeal, Signers.organization)] {
            let base = role == .signer ? papers.unsigned.pdf : papers.signed
            for (identity, code) in try [
                (signer(name, from: -9 * day, until: -day), "certificate-expired"),
                (signer(name, from: 2 * day, until: 9 * day), "certificate-not-yet-valid"),
                (signer(name, from: -day, until: day, keyUsage: [.keyCertSign]), "certificate-not-for-signing"),
            ] {
                let file = try office.force(base, as: role, by: identity)
                #expect(codes(file) == replacing(1, with: code), "\(role) \(code)")
            }
            let unknown = try CertificateTemplate.authority(
                commonName: "Gốc khác", notBefore: Signers.signedAt - day, notAfter: Signers.signedAt + day
            ).selfSigned(by: .generateP256())
            let stranger = try office.force(base, as: role, by: signer(name, from: -day, until: day, by: unknown))
            #expect(codes(stranger) == replacing(1, with: "certificate-unknown-issuer"), "\(role)")
        }
    }

    /// Each place is kept for its own: the seal's is not one where a person signs, nor the other way round.
    @Test func thePlaces() throws {
        for (base, role, identity) in [
            (papers.unsigned.pdf, SignatureRole.bodySeal, signers.secretary),
            (papers.signed, .bodySeal, signers.secretary), (papers.unsigned.pdf, .signer, signers.seal),
        ] {
            let file = try office.force(base, as: role, by: identity)
            #expect(codes(file) == replacing(1, with: "place-taken"), "\(role) by \(identity.certificate.subject)")
        }
        #expect(codes(try office.force(papers.signed, as: .bodySeal, by: signers.seal)) == Self.good)
    }

    @Test func revocation() throws {
        let authority = try TrialAuthority()
        let list = try authority.list(
            revoking: signers.secretary.certificate, at: Signers.signedAt - 1, from: Signers.signedAt - 1)
        let verifier = DecisionVerifier(anchors: signers.anchors, revocationLists: [list])
        #expect(codes(papers.signed, by: verifier) == replacing(1, with: "certificate-revoked"))
        let later = try authority.list(
            revoking: signers.secretary.certificate, at: Signers.signedAt + 1, from: Signers.signedAt + 1)
        let kind = DecisionVerifier(anchors: signers.anchors, revocationLists: [later])
        #expect(codes(papers.signed, by: kind) == Self.good)
    }

    @Test func timeAndTrust() {
        #expect(codes(papers.signed, at: now + 301) == replacing(1, with: "signed-in-future"))
        #expect(codes(papers.signed, at: now + 300) == Self.good)
        #expect(
            codes(papers.signed, by: DecisionVerifier(anchors: TrustAnchors([]))) == replacing(1, with: "no-anchors"))
    }

    @Test func theRegister() throws {
        #expect(
            codes(papers.signed, recorded: papers.annexed)
                == ["intact", "trusted", "recorded-otherwise", "not-recorded"])
        let annulment = try Annulment(papers.annulment, at: Signers.signedAt + 60)
        #expect(codes(papers.signed, annulled: annulment) == replacing(3, with: "annulled"))
    }

    /// What is not intact is in force nowhere; who signed and what is recorded is told all the same.
    @Test func theFile() throws {
        let broken = ["", "trusted", "recorded", "not-intact"]
        func expect(_ file: [UInt8], _ code: String, location: SourceLocation = #_sourceLocation) {
            #expect(
                codes(file, recorded: papers.signed) == [code] + broken.dropFirst(), sourceLocation: location)
        }
        expect(papers.signed + [10], "changed-trailing-bytes")
        var forger = Forger(papers.signed)
        let catalog = try forger.object("/Type /Catalog")
        forger.set(catalog.number, catalog.body.replacing("/Lang", with: "/OpenAction 1 0 R /Lang"))
        expect(try forger.forged(), "changed-catalog-entry")
        forger = Forger(papers.signed)
        let page = try forger.object("/Contents", "/Annots")
        forger.set(page.number, page.body.replacing("/Type /Page", with: "/Rotate 180 /Type /Page"))
        expect(try forger.forged(), "changed-page-changed")
        forger = Forger(papers.signed)
        let font = try forger.object("/BaseFont")
        forger.set(font.number, font.body.replacing("/BaseFont /", with: "/BaseFont /X"))
        expect(try forger.forged(), "changed-object-changed")
        let plan = SignaturePlan(
            field: "Sig2", signerName: "x", time: Signers.signedAt,
            mark: .init(
                page: 0, rectangle: PDFRectangle(x: 60, y: 400, width: 200, height: 20), appearance: try mark()))
        let prepared = try PreparedSignature.prepare(papers.signed, plan: plan)
        expect(
            try prepared.attaching(
                DetachedSignature.sign(content: prepared.signedBytes, by: signers.deputy, as: .pades)),
            "changed-bad-field")
    }

    /// The signature's own bytes are no signature, in a file that lacks nothing else.
    @Test(arguments: [[0x30, 0x00], [0x30, 0x03, 0x02, 0x01, 0x07], [0x04, 0x01, 0x41]] as [[UInt8]])
    func theSignatureIsNone(cms: [UInt8]) throws {
        let signature = try #require(DecisionDocument(papers.signed).inspection.signatures.first)
        let file = try papers.signed.replacing(signature, with: cms)
        #expect(codes(file) == ["signature-refused", "no-signer", "recorded", "not-intact"])
    }

    /// A signature that does not say when, where no register says it.
    @Test func noTime() throws {
        let prepared = try office.signing.prepare(
            papers.unsigned.pdf, as: .signer, name: Signers.name, organization: Signers.organization,
            at: Signers.signedAt)
        let name = Array("/M (D:".utf8)
        let place = try #require(
            (papers.unsigned.pdf.count..<prepared.file.count).first { prepared.file[$0...].starts(with: name) })
        var file = prepared.file
        file[place + 1] = UInt8(ascii: "Z")
        let content = Array(file[..<prepared.gap.lowerBound]) + file[prepared.gap.upperBound...]
        let cms = try DetachedSignature.sign(content: content, by: signers.secretary, as: .pades)
        let digits = Array(cms.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().utf8)
        let start = prepared.gap.lowerBound + 1
        file.replaceSubrange(start..<start + digits.count, with: digits)
        let alone = DecisionVerifier(anchors: signers.anchors).verify(file, now: now)
        #expect(
            alone.answers.map(\.code)
                == ["intact", "no-signing-time", "register-not-consulted", "register-not-consulted"])
        #expect(codes(file) == Self.good, "the register says when")
    }

    /// Around two statements that are not of one decision, properly signed.
    @Test func twoDecisions() throws {
        let other = papers.decision.statement.json.replacing("unit.id", with: "cb-77").replacing(
            "number", with: "99-QĐ/ĐU")
        let file = try Forgery([
            Forgery.attachment(papers.decision.statement.json), Forgery.attachment(other),
        ]).signed()
        #expect(codes(file) == ["mixed-statements", "no-signer", "not-recorded", "not-intact"])
    }

    /// What is not drawn is not known to show nothing else; what nothing was added to has no need to be drawn.
    @Test func moreThanIsDrawn() throws {
        for (pages, code) in [(500, "intact"), (501, "not-drawn")] {
            var forgery = Forgery(papers.decision.statement.json)
            forgery.base = Forgery.blank(pages)
            let once = try forgery.signed()
            #expect(codes(once) == Self.good)
            let plan = SignaturePlan(field: "Sig2", signerName: "x", time: Signers.signedAt)
            let prepared = try PreparedSignature.prepare(once, plan: plan)
            let twice = try prepared.attaching(
                DetachedSignature.sign(content: prepared.signedBytes, by: signers.deputy, as: .pades))
            #expect(codes(twice).first == code)
        }
    }

    private func mark() throws -> [UInt8] { try Vector.pdf("mark.pdf") }
}
