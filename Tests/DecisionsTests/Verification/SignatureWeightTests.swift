import Foundation
import OpenSSLKit
import Recognition
import SignedPDF
import StrictEncoding
import TestSupport
import Testing

@testable import Decisions

/// What a signature is worth follows from who made it.
@Suite struct SignatureWeightTests {
    private let papers: Papers
    private let signers: Signers
    private let office: Office
    /// Of another body; the root vouches for it.
    private let other: SigningIdentity

    init() throws {
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
        office = try Office.shared.get()
        other = try Self.identity("Kẻ thứ hai", "Đảng ủy xã Khác", by: signers.root)
    }

    private static func identity(
        _ name: String, _ organization: String?, by root: SigningIdentity
    ) throws -> SigningIdentity {
        try CertificateTemplate(
            commonName: name, organization: organization, notBefore: Signers.signedAt - Signers.day,
            notAfter: Signers.signedAt + 100 * Signers.day
        ).issued(for: .generateP256(), by: root)
    }

    private static func strangeRoot() throws -> SigningIdentity {
        try CertificateTemplate.authority(
            commonName: "Gốc khác", notBefore: Signers.signedAt - Signers.day, notAfter: Signers.signedAt + Signers.day
        ).selfSigned(by: .generateP256())
    }

    private func verify(_ file: [UInt8], document: [UInt8]? = nil) -> DecisionVerdict {
        DecisionVerifier(anchors: signers.anchors).verify(
            file, register: papers.register(document: document), now: Signers.signedAt + Signers.day)
    }

    /// Invisible, in a field of its own.
    private func adding(_ signer: SigningIdentity, to file: [UInt8]) throws -> [UInt8] {
        let plan = SignaturePlan(field: "Sig2", signerName: "x", time: Signers.signedAt + 30)
        let prepared = try PreparedSignature.prepare(file, plan: plan)
        return try prepared.attaching(DetachedSignature.sign(content: prepared.signedBytes, by: signer, as: .pades))
    }

    @Test func theBodysOwnSealCounts() {
        let verdict = verify(papers.sealed)
        #expect(verdict.summary == .valid && verdict.bearsBodySeal)
        #expect(verdict.signatures.map(\.weight) == [.signer, .bodySeal])
        #expect(!verify(papers.signed).bearsBodySeal)
    }

    /// Trusted or not: named, and nothing else.
    @Test func aStrangersSignatureNeitherAddsNorTakesAway() throws {
        for stranger in try [other, Self.identity("Ai đó", "Nơi khác", by: Self.strangeRoot())] {
            let verdict = try verify(adding(stranger, to: papers.signed))
            #expect(verdict.answers.map(\.code) == ["intact", "trusted", "recorded", "in-force"])
            #expect(verdict.signatures.map(\.weight) == [.signer, .stranger] && !verdict.bearsBodySeal)
            let sealed = try verify(adding(stranger, to: papers.sealed))
            #expect(sealed.summary == .valid && sealed.bearsBodySeal)
        }
    }

    /// Anybody can make a certificate with the body's name in it, and add what is not seen.
    @Test func whoOnlyClaimsToBeOfTheBodyTakesNothingAway() throws {
        for name in ["Vàng Thị Mỷ", Signers.organization] {
            let claiming = try Self.identity(name, Signers.organization, by: Self.strangeRoot())
            let verdict = try verify(adding(claiming, to: papers.signed))
            #expect(verdict.summary == .valid && !verdict.bearsBodySeal)
            #expect(verdict.signatures.map(\.trusted.value) == [.yes, .no])
        }
    }

    /// A time stamp has no mark, least of all where the seal's should be.
    @Test func aTimeStampInTheSealsPlace() throws {
        let authority = try TrialAuthority()
        let prepared = try office.signing.prepare(
            papers.signed, as: .bodySeal, name: Signers.organization, organization: "", at: Signers.signedAt)
        var file = prepared.file
        let (kind, stamp) = (Array("/SubFilter /ETSI.CAdES.detached".utf8), "/SubFilter /ETSI.RFC3161       ")
        let start = try #require(
            (papers.signed.count..<file.count).first { file[$0...].starts(with: kind) })
        file.replaceSubrange(start..<start + kind.count, with: Array(stamp.utf8))
        let range = prepared.byteRange
        let token = try authority.token(over: Array(file[..<range[1]]) + file[range[2]...])
        let digits = token.der.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        file.replaceSubrange(range[1] + 1..<range[1] + 1 + digits.utf8.count, with: Array(digits.utf8))
        let verdict = verify(file)
        #expect(verdict.answers.map(\.code) == ["intact", "place-taken", "recorded", "in-force"])
    }

    @Test func aStrangerInTheSealsPlace() throws {
        let file = try office.force(papers.signed, as: .bodySeal, by: other)
        let verdict = verify(file)
        #expect(verdict.answers.map(\.code) == ["intact", "place-taken", "recorded", "in-force"])
        #expect(verdict.summary == .notValid && !verdict.bearsBodySeal)
    }

    /// No number is spent on what nobody would take for the body's.
    @Test func aStrangersKeyIsNotSignedWith() throws {
        for (pdf, role) in [(papers.unsigned.pdf, SignatureRole.signer), (papers.signed, .bodySeal)] {
            #expect(throws: SigningRefusal.otherBody) { try office.sign(pdf, as: role, by: other) }
        }
    }

    /// Each place has its own: a person signs, and the body's certificate seals.
    @Test func eachPlaceAsksForItsOwn() throws {
        let nobodys = try Self.identity("Vàng Thị Mỷ", nil, by: signers.root)
        let alone = try Self.identity(Signers.name, nil, by: signers.root)
        for (role, identity, refusal) in [
            (SignatureRole.signer, signers.seal, SigningRefusal.notAPersons), (.signer, nobodys, .otherPerson),
            (.bodySeal, signers.secretary, .notTheBodys), (.bodySeal, nobodys, .notTheBodys),
            (.bodySeal, alone, .notTheBodys),
        ] {
            let pdf = role == .signer ? papers.unsigned.pdf : papers.signed
            #expect(throws: refusal) { try office.sign(pdf, as: role, by: identity) }
            #expect(refusal.isOfAnother && refusal.text.vietnamese != refusal.text.english)
        }
        #expect(try verify(office.sign(papers.signed, as: .bodySeal, by: signers.seal)).bearsBodySeal)
        for identity in [alone, signers.deputy] {
            let file = try office.sign(papers.unsigned.pdf, by: identity)
            #expect(verify(file, document: file).summary == .valid)
        }
    }

    private func state(_ file: [UInt8], by verifier: DecisionVerifier? = nil) throws -> BodySealState {
        let verifier = verifier ?? DecisionVerifier(anchors: signers.anchors)
        return try verifier.bodySeal(on: DecisionDocument(file), now: Signers.signedAt + 60)
    }

    /// Whether a paper is sealed is asked of who signed, not of which place is filled.
    @Test func whoseSealAPaperBears() throws {
        let fake = try Self.identity(Signers.organization, Signers.organization, by: Self.strangeRoot())
        for stranger in [other, fake] { #expect(try state(adding(stranger, to: papers.signed)) == .missing) }
        for file in [papers.unsigned.pdf, papers.signed] { #expect(try state(file) == .missing) }
        #expect(try state(papers.sealed) == .affixed)
        #expect(try state(adding(signers.seal, to: papers.signed)) == .affixed, "it is seen nowhere, and counts")
        #expect(try state(papers.sealed, by: DecisionVerifier(anchors: TrustAnchors([]))) == .affixed)
        for identity in [other, fake, signers.secretary] {
            let file = try office.force(papers.signed, as: .bodySeal, by: identity)
            #expect(try state(file) == .placeTaken(by: SignerCertificate(identity.certificate)))
        }
    }

    /// What was signed outside is refused at the door, and whoever signed in another's place is named.
    @Test func theIntakeKeepsThePlaces() throws {
        let intake = SignatureIntake(
            verifier: DecisionVerifier(anchors: signers.anchors), now: Signers.signedAt + Signers.day)
        let base = papers.unsigned.pdf
        for (role, identity) in [
            (SignatureRole.bodySeal, signers.secretary), (.bodySeal, other), (.signer, signers.seal), (.signer, other),
        ] {
            let file = try office.force(base, as: role, by: identity)
            guard case .place(let reason)? = intake.refusal(of: file, since: base) else {
                Issue.record("\(role) by \(identity.certificate.subject) was taken"); continue
            }
            let name = identity.certificate.subject.description
            #expect(reason.vietnamese.contains(name) && reason.english.contains(name))
            let passed = try SignatureIntake.Refusal(
                reading: JSONReader(SignatureIntake.Refusal.place(reason).json, at: ""))
            #expect(passed == .place(reason))
        }
        let both = try office.force(papers.signed, as: .bodySeal, by: signers.secretary)
        guard case .place? = intake.refusal(of: both, since: base) else { Issue.record("taken"); return }
        for file in try [papers.signed, papers.sealed, adding(signers.secretary, to: base)] {
            #expect(intake.refusal(of: file, since: base) == nil)
        }
    }

    @Test func aStrangerAlone() throws {
        let file = try office.force(papers.unsigned.pdf, as: .signer, by: other)
        #expect(verify(file, document: file).trusted.code == "place-taken")
        let hidden = try adding(other, to: papers.unsigned.pdf)
        let verdict = verify(hidden, document: hidden)
        #expect(verdict.answers.map(\.code) == ["intact", "not-signed-by-signer", "recorded", "in-force"])
    }

    @Test func aSealAlone() throws {
        let file = try office.force(papers.unsigned.pdf, as: .bodySeal, by: signers.seal)
        let verdict = verify(file, document: file)
        #expect(verdict.answers.map(\.code) == ["intact", "not-signed-by-signer", "recorded", "in-force"])
    }

    /// Another's key, with the body's name in a certificate that nobody trusts.
    @Test func aSealThatOnlySaysItIsTheBodys() throws {
        let fake = try Self.identity(Signers.organization, Signers.organization, by: Self.strangeRoot())
        let verdict = try verify(office.force(papers.signed, as: .bodySeal, by: fake))
        #expect(verdict.signatures.map(\.weight) == [.signer, .bodySeal] && !verdict.bearsBodySeal)
        #expect(verdict.trusted.code == "certificate-unknown-issuer")
    }

    private static let weights: [(String, String?, SignatureWeight)] = [
        ("Vàng Thị Mỷ", "Đảng ủy xã Bum Tở", .signer), ("Vàng Thị Mỷ", "ĐẢNG UỶ  XÃ BUM TỞ", .signer),
        ("Vàng Thị Mỷ", "Đảng ủy xã Bum Tở".decomposedStringWithCanonicalMapping, .signer),
        ("Đảng uỷ xã Bum Tở", "Đảng ủy xã Bum Tở", .bodySeal), ("đảng ủy xã bum tở", nil, .bodySeal),
        ("Lò Văn Thắng", nil, .signer), ("Vàng Thị Mỷ", nil, .stranger), ("Lò Văn Thắng", "Đảng ủy xã Khác", .stranger),
        ("Đảng ủy xã Bum Tở", "Đảng ủy xã Khác", .stranger), ("Đảng ủy xã Bum Tợ", nil, .stranger),
        ("Vàng Thị Mỷ", "Đảng uy xã Bum Tở", .stranger), ("Vàng Thị Mỷ", "Đảng ủy xã Bum Tở 2", .stranger),
    ]

    @Test(arguments: weights)
    func aCertificateHasItsWeight(name: String, organization: String?, weight: SignatureWeight) throws {
        let certificate = try Self.identity(name, organization, by: signers.root).certificate
        #expect(SignatureWeight(of: certificate, on: papers.unsigned.text) == weight)
    }

    @Test func aUnitOfAnOrganizationIsABodyToo() throws {
        let shop = try Workshop()
        try shop([
            "openssl", "req", "-x509", "-utf8", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
            "-keyout", "key", "-out", "crt", "-subj", "/O=Tỉnh ủy Lai Châu/OU=Đảng ủy xã Bum Tở/CN=Vàng Thị Mỷ",
        ])
        let certificate = try Certificate(pem: shop.read("crt"))
        #expect(certificate.subject.organizations == ["Tỉnh ủy Lai Châu", "Đảng ủy xã Bum Tở"])
        #expect(SignatureWeight(of: certificate, on: papers.unsigned.text) == .signer)
    }

    /// Programs are told.
    @Test func theVerdictSaysIt() throws {
        let json = try verify(adding(other, to: papers.sealed)).json
        let weights = try JSONReader(json, at: "").looseObject().member("signatures").array().map {
            try $0.looseObject().member("weight").string()
        }
        #expect(weights == ["signer", "seal", "stranger"])
    }
}
