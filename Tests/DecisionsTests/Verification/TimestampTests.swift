import Decisions
import OpenSSLKit
import Recognition
import SignedPDF
import Testing

/// Signatures with time stamps by a real authority, the `openssl ts` command, of the present.
@Suite struct TimestampTests {
    private let authority: TrialAuthority
    private let signers: Signers
    private let papers: Papers
    private let stamped: [UInt8]
    private let time: Int64

    init() throws {
        authority = try TrialAuthority()
        signers = try Signers.shared.get()
        papers = try Papers.shared.get()
        // The signer claims a time years before the stamp's.
        let prepared = try Office.shared.get().signing.prepare(
            papers.unsigned.pdf, as: .signer, name: Signers.name, organization: Signers.organization,
            at: signers.deputy.certificate.notBefore)
        let plain = try DetachedSignature.sign(content: prepared.signedBytes, by: signers.deputy, as: .pades)
        var detached = DetachedDecision(prepared: prepared, signature: plain)
        (detached.signature, time) = try authority.stamp(plain)
        stamped = try detached.attached()
    }

    private func verify(
        _ file: [UInt8], stamps: TrustAnchors? = nil, revoked lists: [RevocationList] = [],
        register: RegisterKnowledge = .notConsulted
    ) -> DecisionVerdict {
        DecisionVerifier(
            anchors: signers.anchors, timestampAnchors: stamps ?? authority.stampAnchors, revocationLists: lists
        ).verify(file, register: register, now: time + 10 * Signers.day)
    }

    @Test func aStampSaysWhen() throws {
        let verdict = verify(stamped)
        #expect(verdict.intact.isYes && verdict.trusted.isYes)
        #expect(verdict.signatures.map(\.moment) == [.stamped(time)])
        #expect(verdict.signatures.map(\.level) == [.baselineT])
        #expect(verdict.trusted.reason.english.contains("by its time stamp"))
    }

    @Test func theRegisterSawItFirst() throws {
        let register = papers.register(at: time + 5, document: stamped)
        let verdict = verify(stamped, register: register)
        #expect(verdict.summary == .valid && verdict.signatures.map(\.moment) == [.recorded(time + 5)])
    }

    @Test func aStrangersStampIsOnlyAClaim() throws {
        let claimed = signers.deputy.certificate.notBefore
        for anchors in [TrustAnchors([]), signers.anchors] {
            let verdict = verify(stamped, stamps: anchors)
            #expect(verdict.intact.isYes && verdict.signatures.map(\.moment) == [.claimed(claimed)])
        }
    }

    @Test func aRevocationAfterTheStampDoesNotCount() throws {
        let signer = signers.deputy.certificate
        let after = try authority.list(revoking: signer, at: time + 100, from: time)
        #expect(verify(stamped, revoked: [after]).trusted.isYes)
        #expect(verify(stamped, stamps: TrustAnchors([]), revoked: [after]).trusted.code == "certificate-revoked")
        let before = try authority.list(revoking: signer, at: time - 100, from: time)
        let verdict = verify(stamped, revoked: [before])
        #expect(verdict.trusted.code == "certificate-revoked" && verdict.trusted.value == .no)
    }

    /// B-LT: the lists come along, and count for what their issuer signed.
    @Test func aFileBringsItsOwnLists() throws {
        let good = try authority.list(from: time)
        func adding(_ list: RevocationList) throws -> [UInt8] {
            try ValidationData(
                certificates: [signers.root.certificate.der], revocationLists: [list.der]
            ).appended(to: stamped)
        }
        let kept = try verify(adding(good))
        #expect(kept.intact.isYes && kept.trusted.isYes)
        #expect(kept.signatures.map(\.level) == [.baselineLT])
        let register = papers.register(at: time, document: stamped)
        #expect(try verify(adding(good), register: register).summary == .valid)
        let bad = try authority.list(revoking: signers.deputy.certificate, at: time - 1, from: time)
        #expect(try verify(adding(bad)).trusted.code == "certificate-revoked")
    }

    @Test func stampedFilesArePreserved() throws {
        func preserve(_ file: [UInt8], _ lists: [RevocationList]) throws -> [UInt8] {
            try DecisionVerifier(anchors: signers.anchors, revocationLists: lists).preserving(file)
        }
        let list = try authority.list(from: time)
        let kept = try preserve(stamped, [list])
        #expect(kept.starts(with: stamped) && kept.count > stamped.count)
        let data = try DecisionDocument(kept).inspection.validationData
        #expect(data.revocationLists == [list.der] && data.certificates.contains(signers.deputy.certificate.der))
        let verdict = verify(kept, register: papers.register(at: time, document: stamped))
        #expect(verdict.summary == .valid && verdict.signatures.map(\.level) == [.baselineLT])
        let sealed = try Office.shared.get().force(kept, as: .bodySeal, by: signers.seal, at: time)
        #expect(verify(sealed, register: papers.register(at: time, document: kept)).summary == .valid)
        // Nothing to keep: no list, or no stamp.
        #expect(try preserve(stamped, []) == stamped)
        #expect(try preserve(papers.sealed, [list]) == papers.sealed)
        #expect(throws: PDFError.self) { try preserve([], [list]) }
    }

    /// A stamp over the whole file (B-LTA) is no signer's, and does no harm.
    @Test func aStampOverTheFileIsNoSignature() throws {
        let plan = SignaturePlan(field: "Stamp", signerName: "TSA", time: time)
        let prepared = try PreparedSignature.prepare(stamped, plan: plan)
        var file = prepared.file
        let kind = Array("/SubFilter /ETSI.CAdES.detached".utf8)
        let start = try #require(
            (stamped.count..<file.count - kind.count).first { file[$0..<$0 + kind.count].elementsEqual(kind) })
        file.replaceSubrange(start..<start + kind.count, with: Array("/SubFilter /ETSI.RFC3161       ".utf8))
        let range = prepared.byteRange
        let token = try authority.token(over: Array(file[..<range[1]]) + file[range[2]...])
        let digits = token.der.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        file.replaceSubrange(range[1] + 1..<range[1] + 1 + digits.utf8.count, with: Array(digits.utf8))
        let verdict = verify(file, register: papers.register(at: time, document: stamped))
        #expect(verdict.summary == .valid && verdict.signatures.count == 1, "\(verdict.intact.reason.english)")
        file[start - 1] ^= 1
        #expect(verify(file).intact.value == .no)
    }

    @Test func sealedFilesHaveAStampEach() throws {
        let prepared = try Office.shared.get().signing.prepare(
            stamped, as: .bodySeal, name: Signers.organization, organization: Signers.organization, at: time)
        let plain = try DetachedSignature.sign(content: prepared.signedBytes, by: signers.seal, as: .pades)
        let (signature, later) = try authority.stamp(plain)
        let verdict = try verify(prepared.attaching(signature))
        #expect(verdict.intact.isYes && verdict.trusted.isYes)
        #expect(verdict.signatures.map(\.moment) == [.stamped(time), .stamped(later)])
        #expect(verdict.signatures.map(\.level) == [.baselineT, .baselineT])
    }
}
