import Client
import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import StrictEncoding
import Testing

@testable import Service

/// Papers with several units, seals, and the forms of a round.
@Suite struct PapersTests {
    @Test func oneDecisionForAll() async throws {
        try await CertifiedRound.run { certified in
            let issued = try await certified.decide(together: true, first: 12)
            #expect(issued.map(\.number) == ["12-QĐ/ĐU", "12-QĐ/ĐU"] && issued.map(\.unit) == ["cb-01", "cb-02"])
            let voter = certified.service.voter
            let files = [
                try await voter.decisionDocument(issued[0].digest), try await voter.decisionDocument(issued[1].digest),
            ]
            #expect(files[0] == files[1])
            #expect(try await certified.verdict(files[0])["summary"] == "valid")
            _ = try await certified.annul(issued[1].digest)
            #expect(try await certified.verdict(files[0])["inForce"] == "annulled")
            #expect(try await voter.decision(issued[0].digest).annulment == nil)
        }
    }

    @Test func theSealComesSecondAndOnce() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide(["cb-01"])[0].digest
            let before = try await certified.service.voter.decisionDocument(digest)
            let keeper = try await certified.sealKeeper()
            try await keeper.affixBodySeal(to: digest, password: TrialSigner.password)
            let after = try await certified.service.voter.decisionDocument(digest)
            #expect(after.starts(with: before) && after.count > before.count)
            #expect(try DecisionDocument(after).inspection.signatures.map(\.field) == ["Signer", "Seal"])
            #expect(try await certified.verdict(after)["summary"] == "valid")
            #expect(try await certified.verdict(before)["summary"] == "valid", "copies without the seal stay valid")
            let again = await refusal {
                try await keeper.affixBodySeal(to: digest, password: TrialSigner.password)
            }
            #expect(again?.code == "already-sealed" && again?.status == 409)
        }
    }

    /// A person's certificate seals nothing, and the body's signs nothing: it is said whose is wanted, and how to give
    /// it.
    @Test func eachCertificateHasItsPlace() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide(["cb-01"])[0].digest
            let before = try await certified.service.voter.decisionDocument(digest)
            let sealing = await refusal {
                try await certified.signer.affixBodySeal(to: digest, password: TrialSigner.password)
            }
            #expect(sealing?.code == "identity-of-another" && sealing?.status == 422)
            #expect(sealing?.detail?.contains("the account that keeps the seal") == true)
            #expect(try await certified.service.voter.decisionDocument(digest) == before)
            let keeper = try await certified.sealKeeper()
            let signing = await refusal {
                _ = try await keeper.decide(
                    certified.round.name, units: ["cb-02"], date: CalendarDate(parsing: "2026-12-22"),
                    signer: certified.trial.signer, password: TrialSigner.password)
            }
            #expect(signing?.code == "identity-of-another" && signing?.status == 422)
            let lines = try await certified.service.lines(of: "signer") + certified.service.lines(of: "van-thu")
            #expect(lines.filter { $0.hasPrefix("decision.") } == ["decision.issue 01-QĐ/ĐU"])
            #expect(try await certified.decide(["cb-02"]).map(\.number) == ["02-QĐ/ĐU"], "no number was spent")
        }
    }

    @Test func everyFormIsPrinted() async throws {
        try await CertifiedRound.run { certified in
            let (secretary, name) = (certified.round.secretary, certified.round.name)
            let query = ["number": "05-TB/ĐU", "signer": "Nguyễn Văn Thắng", "position": "Bí thư", "unit": "cb-01"]
            for form in RoundForm.allCases {
                let pdf = try await secretary.paper(form.rawValue, of: name, query)
                #expect(pdf.starts(with: Array("%PDF-".utf8)) && pdf.count > 5_000, "\(form)")
            }
            let incomplete = await refusal { _ = try await secretary.paper("notice", of: name) }
            #expect(incomplete?.code == "document")
            for (form, query) in [("poster", [:]), ("plan", ["unit": "cb-99"])] {
                let missing = await refusal { _ = try await secretary.paper(form, of: name, query) }
                #expect(missing?.code == "not-found")
            }
            let minutes = try await secretary.paper("minutes", of: name)
            #expect(try await secretary.paper("minutes", of: name) == minutes, "every copy is the same")
        }
    }

    @Test func minutesWaitForTheCount() async throws {
        try await PreparedRound.run(.frozen) { round in
            for form in ["minutes", "notice"] {
                let early = await refusal { _ = try await round.secretary.paper(form, of: round.name) }
                #expect(early?.code == "wrong-state")
            }
            _ = try await round.secretary.paper("specimen", of: round.name)
        }
    }
}
