import Decisions
import OpenSSLKit
import SignedPDF
import TestSupport
import Testing

/// Time stamps over whole files, by a real authority, the `openssl ts` command, of the present.
@Suite struct ArchivingTests {
    private let authority: TrialAuthority
    private let signers: Signers
    private let papers: Papers
    private let paper: [UInt8]
    private let now = TrialAuthority.now

    init() throws {
        authority = try TrialAuthority()
        signers = try Signers.shared.get()
        papers = try Papers.shared.get()
        paper = try Office.shared.get().force(
            papers.unsigned.pdf, by: signers.deputy, at: signers.deputy.certificate.notBefore)
    }

    private func verifier(_ lists: [RevocationList] = []) -> DecisionVerifier {
        DecisionVerifier(
            anchors: signers.anchors, timestampAnchors: authority.stampAnchors, revocationLists: lists)
    }

    private func archive(_ file: [UInt8], _ lists: [RevocationList] = []) async throws -> [UInt8] {
        try await verifier(lists).archiving(file, now: now) { try authority.token(answering: $0) }
    }

    @Test func theStampSaysWhenItWasSignedAtTheLatest() async throws {
        let archived = try await archive(paper)
        #expect(archived.starts(with: paper))
        let verdict = verifier().verify(archived, now: now)
        #expect(verdict.intact.isYes && verdict.trusted.isYes)
        let stamp = try #require(verdict.timestamps.first)
        #expect(verdict.timestamps.count == 1 && stamp.trusted.code == "timestamp-trusted")
        #expect(verdict.signatures.map(\.moment) == [.stamped(stamp.time)])
        #expect(verdict.signatures.map(\.level) == [.baselineT])
        let after = try authority.list(revoking: signers.deputy.certificate, at: now + 100, from: now + 200)
        #expect(verifier([after]).verify(archived, now: now + 300).trusted.isYes)
        #expect(verifier([after]).verify(paper, now: now + 300).trusted.code == "certificate-revoked")
    }

    /// With what revocation is known by, the file needs nobody any more.
    @Test func withRevocationListsItIsForLong() async throws {
        let list = try authority.list(from: now)
        let archived = try await archive(paper, [list])
        #expect(try DecisionDocument(archived).inspection.validationData.revocationLists == [list.der])
        let verdict = verifier().verify(archived, register: papers.register(at: now, document: paper), now: now)
        #expect(verdict.summary == .valid && verdict.signatures.map(\.level) == [.baselineLTA])
    }

    /// The next stamp is put on before the last one's certificate ends.
    @Test func andAgain() async throws {
        let list = try authority.list(from: now)
        let twice = try await archive(try await archive(paper, [list]), [list])
        let verdict = verifier().verify(twice, now: now)
        #expect(verdict.intact.isYes && verdict.trusted.isYes && verdict.timestamps.count == 2)
        #expect(
            try DecisionDocument(twice).inspection.signatures.map(\.field) == ["Signer", "Timestamp1", "Timestamp2"])
        #expect(try DecisionDocument(twice).inspection.validationData.revocationLists == [list.der])
    }

    /// A list that came after the stamp is not under it.
    @Test func whatCameLaterIsNotUnderTheStamp() async throws {
        let list = try authority.list(from: now)
        let archived = try await archive(paper)
        let later = try ValidationData(revocationLists: [list.der]).appended(to: archived)
        #expect(verifier().verify(later, now: now).signatures.map(\.level) == [.baselineLT])
    }

    @Test func whatDoesNotHoldIsNotKept() async throws {
        for file in [papers.unsigned.pdf, paper + [10], Array(paper.dropLast(9)), []] {
            await #expect(throws: ArchiveRefusal.self) { _ = try await archive(file) }
        }
        // A token over something else.
        await #expect(throws: ArchiveRefusal.self) {
            _ = try await verifier().archiving(paper, now: now) { _ in try authority.token(over: [1]) }
        }
        await #expect(throws: CancellationError.self) {
            _ = try await verifier().archiving(paper, now: now) { _ in throw CancellationError() }
        }
    }

    @Test func anArchivedPaperIsSealedNoMore() async throws {
        let archived = try await archive(paper)
        let sealed = try Office.shared.get().force(archived, as: .bodySeal, by: signers.seal, at: now)
        let verdict = verifier().verify(sealed, now: now)
        #expect(verdict.intact.isYes && verdict.bearsBodySeal && verdict.timestamps.count == 1)
    }

    /// pyHanko finds the stamp, and takes it for what may come after a certified signature.
    @Test func pyHankoAgrees() async throws {
        let archived = try await archive(paper, [authority.list(from: now)])
        let peer = try PyHanko(trusting: signers.root.certificate)
        let verdicts = try peer.validate(archived)
        #expect(verdicts.map(\.field) == ["Signer"] && verdicts.map(\.modification) == ["LTA_UPDATES"])
        #expect(verdicts.allSatisfy { $0.intact && $0.docmdp && $0.bottomLine }, "\(verdicts)")
        #expect(try peer.stamps(archived, trusting: authority.stampRoot) == "Timestamp1 valid ENTIRE_FILE\n")
    }
}
