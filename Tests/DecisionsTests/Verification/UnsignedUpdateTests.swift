import Decisions
import Foundation
import OpenSSLKit
import Recognition
import SignedPDF
import Testing

/// What comes after the last signature is nobody's: each such update alone, and its neighbour that somebody signed.
@Suite struct UnsignedUpdateTests {
    private let papers: Papers
    private let signers: Signers
    private let verifier: DecisionVerifier
    private static let good = ["intact", "trusted", "recorded", "in-force"]

    init() throws {
        papers = try Papers.shared.get()
        signers = try Signers.shared.get()
        verifier = DecisionVerifier(anchors: signers.anchors)
    }

    private func verify(_ file: [UInt8], recorded base: [UInt8]) -> DecisionVerdict {
        verifier.verify(file, register: papers.register(document: base), now: Signers.signedAt + Signers.day)
    }

    private func codes(_ file: [UInt8], recorded base: [UInt8]) -> [String] {
        verify(file, recorded: base).answers.map(\.code)
    }

    /// What signing programs write of themselves as they sign.
    enum Update: CaseIterable {
        case metadata, version, extensions, information, nothing

        func apply(to forger: inout Forger) throws {
            switch self {
            case .metadata:
                forger.setStream(900, "/Type /Metadata /Subtype /XML", Array("<x:xmpmeta/>".utf8))
                try Self.change("/Type /Catalog", "/Lang", "/Metadata 900 0 R /Lang", in: &forger)
            case .version: try Self.change("/Type /Catalog", "/Version /1.7", "/Version /2.0", in: &forger)
            case .extensions:
                try Self.change("/Type /Catalog", "/ExtensionLevel 2", "/ExtensionLevel 3", in: &forger)
            case .information: try Self.change("/Producer", "/Title", "/ModDate (D:20270101) /Title", in: &forger)
            case .nothing: try Self.change("/BaseFont", "/BaseFont", "/BaseFont", in: &forger)
            }
        }

        private static func change(_ object: String, _ old: String, _ new: String, in forger: inout Forger) throws {
            let found = try forger.object(object, old)
            let body = found.body.trimmingCharacters(in: .whitespacesAndNewlines)
            forger.set(found.number, body.replacing(old, with: new))
        }
    }

    /// Alone it ends the file's being intact; with a signature behind it, it is whoever's that is.
    @Test(arguments: Update.allCases) func somebodyHasToSignIt(_ update: Update) throws {
        for base in [papers.signed, papers.sealed] {
            var forger = Forger(base)
            try update.apply(to: &forger)
            let file = try forger.forged()
            #expect(codes(file, recorded: base) == ["changed-unsigned", "trusted", "recorded", "not-intact"])
            let reason = verify(file, recorded: base).intact.reason
            #expect(reason.english.contains("nobody signed") && reason.vietnamese.contains("không ai ký"))
            let plan = SignaturePlan(field: "Sig2", signerName: "x", time: Signers.signedAt)
            let prepared = try PreparedSignature.prepare(file, plan: plan)
            let signed = try prepared.attaching(
                DetachedSignature.sign(content: prepared.signedBytes, by: signers.deputy, as: .pades))
            #expect(codes(signed, recorded: base) == Self.good)
        }
    }

    /// What signatures are verified by comes after them, and is said to.
    @Test func validationDataIsNotSigned() throws {
        let data = ValidationData(certificates: [signers.root.certificate.der])
        let file = try data.appended(to: papers.signed)
        #expect(codes(file, recorded: papers.signed) == Self.good)
        let words = [papers.signed, papers.sealed, file].map { verify($0, recorded: $0).intact.reason.english }
        #expect(words[0] == words[1] && words[0] != words[2])
        #expect(words[2].contains("after the last signature came only"))
    }

    /// The room behind a signature's bytes is empty.
    @Test func theRoomBehindASignature() throws {
        let signature = try #require(DecisionDocument(papers.signed).inspection.signatures.first)
        for place in [2 * signature.contents.count + 1, signature.byteRange[2] - signature.byteRange[1] - 2] {
            var file = papers.signed
            file[signature.byteRange[1] + place] = UInt8(ascii: "1")
            let expected = ["coverage-bad-contents", "no-signer", "recorded-otherwise", "not-intact"]
            #expect(codes(file, recorded: file) == expected)
        }
    }
}
