import Client
import Decisions
import OpenSSLKit
import Recognition
import SignedPDF
import StrictEncoding
import Testing

@testable import Service

/// Archive time stamps on papers that the register holds, by a real authority.
@Suite struct DecisionArchivingTests {
    private static func stamps(_ file: [UInt8]) throws -> Int {
        try DecisionDocument(file).inspection.signatures.count { $0.format == .documentTimestamp }
    }

    @Test func theRegistersPaperGrowsAndEveryCopyStaysGood() async throws {
        try await TrialTimestampAuthority.run { authority in
            try await CertifiedRound.run(stampedBy: authority, keeping: true) { certified in
                let digest = try await certified.decide(["cb-01"])[0].digest
                let document = { try await certified.service.voter.decisionDocument(digest) }
                var files = [try await document()]
                for count in 1...2 {
                    let entry = try await certified.signer.archive(digest)
                    #expect(entry.digest == digest)
                    files.append(try await document())
                    #expect(files[count].starts(with: files[count - 1]) && files[count] != files[count - 1])
                    #expect(try Self.stamps(files[count]) == count)
                }
                try await certified.sealKeeper().affixBodySeal(to: digest, password: TrialSigner.password)
                _ = try await certified.signer.archive(digest)
                files.append(try await document())
                for file in files {
                    let verdict = try await certified.verdict(file)
                    #expect(verdict["summary"] == "valid" && verdict["recorded"] == "recorded", "\(verdict)")
                }
                let lines = try await certified.service.lines(of: "signer").filter { $0.hasPrefix("decision.archive") }
                #expect(lines == [String](repeating: "decision.archive 01-QĐ/ĐU", count: 3))
            }
        }
    }

    @Test func anAnnulmentIsArchivedAsWell() async throws {
        try await TrialTimestampAuthority.run { authority in
            try await CertifiedRound.run(stampedBy: authority) { certified in
                let annulment = try await certified.annul(try await certified.decide(["cb-01"])[0].digest)
                _ = try await certified.signer.archive(annulment.digest)
                let file = try await certified.service.voter.decisionDocument(annulment.digest)
                #expect(try Self.stamps(file) == 1)
                #expect(try await certified.verdict(file)["summary"] == "valid")
            }
        }
    }

    /// Whoever comes second adds to what the first has made, or is told; no stamp is lost.
    @Test func twoAtOnceDoNotUndoEachOther() async throws {
        try await TrialTimestampAuthority.run { authority in
            try await CertifiedRound.run(stampedBy: authority) { certified in
                let digest = try await certified.decide(["cb-01"])[0].digest
                let codes = try await VoterRaceTests.together(4) { _ -> String? in
                    do {
                        _ = try await certified.signer.archive(digest)
                        return nil
                    } catch let problem as ServerProblem {
                        return problem.code
                    }
                }
                #expect(codes.compactMap(\.self).allSatisfy { $0 == "paper-changed" }, "\(codes)")
                let file = try await certified.service.voter.decisionDocument(digest)
                #expect(try Self.stamps(file) == codes.count { $0 == nil })
                #expect(codes.contains(nil))
            }
        }
    }

    /// The paper was signed outside, so that no stamp was needed for it to be there.
    @Test(arguments: ["html", "error", "stale"]) func aLyingAuthorityChangesNothing(mode: String) async throws {
        try await TrialTimestampAuthority.run(mode) { authority in
            try await CertifiedRound.run(stampedBy: authority) { certified in
                let digest = try await Self.signedOutside(certified)
                let before = try await certified.service.voter.decisionDocument(digest)
                let problem = await refusal { _ = try await certified.signer.archive(digest) }
                #expect(problem?.code == "timestamp" && problem?.status == 502)
                #expect(try await certified.service.voter.decisionDocument(digest) == before)
                let lines = try await certified.service.lines(of: "signer")
                #expect(!lines.contains { $0.hasPrefix("decision.archive") })
            }
        }
    }

    private static func signedOutside(_ certified: CertifiedRound) async throws -> [UInt8] {
        let papers = try await certified.signer.prepareDecisions(
            certified.round.name, units: ["cb-01"], date: CalendarDate(parsing: "2026-12-22"),
            signer: certified.trial.signer)
        let base = try await certified.signer.preparedDocument(papers[0].id)
        let plan = SignaturePlan(
            field: "Other", signerName: "Nguyễn Văn Thắng", time: Int64(certified.service.time.now))
        let prepared = try PreparedSignature.prepare(base, plan: plan)
        let signature = try DetachedSignature.sign(
            content: prepared.signedBytes, by: certified.trial.identity(), as: .pades)
        return try await certified.signer.attach(signed: prepared.attaching(signature), to: papers[0].id)[0].digest
    }

    @Test func withoutAnAuthorityItSaysSo() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide(["cb-01"])[0].digest
            let problem = await refusal { _ = try await certified.signer.archive(digest) }
            #expect(problem?.code == "no-timestamp-authority" && problem?.status == 409)
            _ = try await certified.service.staff("nguoi-ky", .signer)
            try await PageVisitor.visit(certified.service) { visitor in
                _ = try await visitor.signIn("nguoi-ky")
                let page = try await visitor.get("/desk/decisions/\(Base64URL.encode(digest))/archive")
                #expect(page.text.contains("id=\"no-authority\"") && !page.text.contains("id=\"archive-form\""))
            }
        }
    }

    /// To people in a page, however it is nobody's fault here; the operator's log has it.
    @Test func whatTheAuthorityDidNotGiveIsSaidInAPage() async throws {
        try await TrialTimestampAuthority.run("html") { authority in
            try await CertifiedRound.run(stampedBy: authority) { certified in
                let digest = try await Self.signedOutside(certified)
                let path = "/desk/decisions/\(Base64URL.encode(digest))/archive"
                _ = try await certified.service.staff("nguoi-ky", .signer)
                try await PageVisitor.visit(certified.service) { visitor in
                    _ = try await visitor.signIn("nguoi-ky")
                    let answer = try await visitor.submit(path, from: path, [:])
                    #expect(answer.status == 502 && answer.text.contains("data-code=\"timestamp\""), "\(answer.text)")
                }
            }
        }
    }

    @Test func thePageShowsTheStampsAndPutsOnTheNext() async throws {
        try await TrialTimestampAuthority.run { authority in
            try await CertifiedRound.run(stampedBy: authority) { certified in
                let digest = try await certified.decide(["cb-01"])[0].digest
                let path = "/desk/decisions/\(Base64URL.encode(digest))/archive"
                _ = try await certified.service.staff("nguoi-ky", .signer)
                try await PageVisitor.visit(certified.service) { visitor in
                    _ = try await visitor.signIn("nguoi-ky")
                    let list = try await visitor.get("/desk/rounds/\(certified.round.name)/decisions")
                    #expect(list.text.contains("href=\"\(path)\""), "it is offered beside the seal")
                    let before = try await visitor.get(path)
                    #expect(before.text.contains("chưa có dấu thời gian lưu trữ"))
                    let done = try await visitor.submit(path, from: path, [:])
                    #expect(done.status == 303 && done.location == path)
                    let after = try await visitor.get(path)
                    #expect(after.text.contains("id=\"stamps\"") && after.text.contains("có hạn đến"))
                }
                #expect(try Self.stamps(await certified.service.voter.decisionDocument(digest)) == 1)
            }
        }
    }

    @Test func whatIsNotThereIsNotArchived() async throws {
        try await TrialTimestampAuthority.run { authority in
            try await CertifiedRound.run(stampedBy: authority) { certified in
                let problem = await refusal {
                    _ = try await certified.signer.archive([UInt8](repeating: 9, count: 32))
                }
                #expect(problem?.code == "not-found" && problem?.status == 404)
            }
        }
    }
}
