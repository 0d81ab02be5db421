import Client
import Decisions
import Recognition
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// Annulling, and telling those who are offline.
@Suite struct AnnulmentTests {
    @Test func anAnnulmentIsForGood() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            let annulment = try await certified.annul(digest)
            let again = await refusal { _ = try await certified.annul(digest, reason: "Khác") }
            #expect(again?.code == "already-annulled" && again?.status == 409)
            // An annulment is no decision to annul, nor one of the list; it has its own file.
            let second = await refusal { _ = try await certified.annul(annulment.digest) }
            #expect(second?.code == "not-found")
            let voter = certified.service.voter
            #expect(try await voter.decisions().count == 2)
            let verdict = try await certified.verdict(try await voter.decisionDocument(annulment.digest))
            #expect(verdict["summary"] == "valid" && verdict["kind"] == "annulment")
            // The unit's recognition of the year is spent.
            let decided = await refusal { _ = try await certified.decide(["cb-01"]) }
            #expect(decided?.code == "already-decided")
        }
    }

    @Test func whatEndsWithItIsNamedAndAcknowledgedFirst() async throws {
        try await CertifiedRound.run { certified in
            let decision = try await certified.decide()[0]
            let listed = try await certified.service.voter.decisions()
            let name = try #require(listed.first { $0.digest == decision.digest }?.unit.name)
            for words in [[], ["unanimous"], ["recognition"]] {
                let problem = await refusal { _ = try await certified.annul(decision.digest, acknowledging: words) }
                #expect(problem?.code == "unacknowledged-warnings" && problem?.status == 409)
                let warning = try #require(problem?.warnings.first)
                #expect(warning.name == "recognition-ended" && problem?.warnings.count == 1)
                for text in [warning.messages.vietnamese, warning.messages.english] {
                    #expect(text.contains(decision.number) && text.contains(name), "\(text)")
                }
            }
            #expect(try await certified.service.voter.decision(decision.digest).annulment == nil)
            let lines = try await certified.service.lines(of: "signer").filter { $0.hasPrefix("decision.annul") }
            #expect(lines == [])
            _ = try await certified.annul(decision.digest)
            let again = await refusal { _ = try await certified.annul(decision.digest, acknowledging: []) }
            #expect(again?.code == "already-annulled", "nothing is left to be acknowledged")
        }
    }

    @Test func whatIsNotThereIsNotAnnulled() async throws {
        try await CertifiedRound.run { certified in
            _ = try await certified.decide()
            let unknown = await refusal {
                _ = try await certified.annul([UInt8](repeating: 9, count: 32))
            }
            #expect(unknown?.code == "not-found" && unknown?.status == 404)
            for digest in ["x", "AAAA", String(repeating: "A", count: 44), String(repeating: "A", count: 42) + "B"] {
                let answer = try await certified.service.call("GET", "/api/v1/decisions/\(digest)")
                #expect(answer.code == "not-found", "\(digest)")
            }
        }
    }

    @Test(arguments: ["", " ", "hai\u{202E}ba", String(repeating: "a", count: 20_000)])
    func anAnnulmentStatesAReason(reason: String) async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            let problem = await refusal { _ = try await certified.annul(digest, reason: reason) }
            #expect(problem?.status == 400, "\(problem?.code ?? "")")
            #expect(try await certified.service.voter.decision(digest).annulment == nil)
        }
    }

    @Test func anAnnulmentIsNotDatedBeforeItsDecision() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            let problem = await refusal {
                _ = try await certified.signer.annul(
                    digest, reason: "Lý do", date: CalendarDate(parsing: "2026-12-21"), body: "ĐU",
                    signer: certified.trial.signer, password: TrialSigner.password,
                    acknowledging: ["recognition-ended"])
            }
            #expect(problem?.code == "not-recognised")
        }
    }

    @Test func theListVerifiesWhereThereIsNoNetwork() async throws {
        try await CertifiedRound.run { certified in
            let (voter, decisions) = (certified.service.voter, try await certified.decide())
            let keys = try await voter.keys()
            func list(_ note: [UInt8]) throws -> AnnulledList {
                try AnnulledList(note: note, issuer: keys.issuer, logKey: keys.service.logKey)
            }
            #expect(try list(try await voter.annulledList()).entries.isEmpty)
            let annulment = try await certified.annul(decisions[1].digest)
            let note = try await voter.annulledList()
            let entry = try #require(try list(note).annulment(of: decisions[1].digest))
            #expect(entry.digest == annulment.digest && entry.annulledAt == certified.service.time.now)
            #expect(try list(note).annulment(of: decisions[0].digest) == nil)
            #expect(try list(note).expiresAt == certified.service.time.now + 7 * 86_400)
            for place in stride(from: 0, to: note.count, by: 37) {
                #expect(throws: AnnulledListFault.self) { try list(note.replacing(place, with: note[place] ^ 1)) }
            }
            #expect(throws: AnnulledListFault.notSigned) {
                try AnnulledList(note: note, issuer: keys.issuer, logKey: [UInt8](repeating: 1, count: 32))
            }
        }
    }
}
