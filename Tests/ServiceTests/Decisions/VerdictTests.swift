import Client
import OpenSSLKit
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// The service's four answers.
@Suite struct VerdictTests {
    @Test func eachAnswerIsOfItsOwn() async throws {
        try await CertifiedRound.run { certified in
            let issued = try await certified.decide()
            let file = try await certified.service.voter.decisionDocument(issued[0].digest)
            #expect(
                try await certified.verdict(file) == [
                    "summary": "valid", "intact": "intact", "trusted": "trusted", "recorded": "recorded",
                    "inForce": "in-force", "kind": "recognition",
                ])
            for place in stride(from: 20, to: file.count, by: 2_111) {
                let verdict = try await certified.verdict(file.replacing(place, with: file[place] ^ 1))
                #expect(verdict["summary"] == "not-valid" && verdict["intact"] != "intact", "byte \(place)")
                #expect(verdict["inForce"] != "in-force")
            }
            let longer = try await certified.verdict(file + Array("%\n".utf8))
            #expect(longer["intact"] == "changed-trailing-bytes" && longer["summary"] == "not-valid")
        }
    }

    @Test func whatIsNoDecisionIsAnAnswerAndNoFault() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            let file = try await certified.service.voter.decisionDocument(digest)
            for bytes in [[], [0x25], Array("%PDF-1.7\n".utf8), Array(file.dropLast(9)), Array(file.prefix(20_000))] {
                let verdict = try await certified.verdict(bytes)
                #expect(verdict["summary"] == "not-valid" && verdict["recorded"] == "not-recorded")
            }
            let minutes = try await certified.round.secretary.paper("minutes", of: certified.round.name)
            #expect(try await certified.verdict(minutes)["intact"] == "no-statement")
        }
    }

    @Test func aStrangersCertificateIsNotTrusted() async throws {
        let stranger = try TrialSigner(at: 1_797_900_000)
        try await CertifiedRound.run(trusting: [stranger.authority]) { certified in
            let digest = try await certified.decide()[0].digest
            let verdict = try await certified.verdict(try await certified.service.voter.decisionDocument(digest))
            #expect(verdict["summary"] == "not-valid" && verdict["intact"] == "intact")
            #expect(verdict["trusted"]?.hasPrefix("certificate-") == true && verdict["recorded"] == "recorded")
        }
    }

    @Test func withoutTrustedCertificatesTrustIsUnknown() async throws {
        try await CertifiedRound.run(trusting: []) { certified in
            let digest = try await certified.decide()[0].digest
            let verdict = try await certified.verdict(try await certified.service.voter.decisionDocument(digest))
            #expect(verdict["summary"] == "unknown" && verdict["trusted"] == "no-anchors")
        }
    }

    /// What was signed while the certificate was valid stays so.
    @Test func anOldDecisionOutlivesItsCertificate() async throws {
        try await CertifiedRound.run { certified in
            let digest = try await certified.decide()[0].digest
            let file = try await certified.service.voter.decisionDocument(digest)
            certified.service.time.advance(by: 3 * 366 * 86_400)
            #expect(try await certified.verdict(file)["summary"] == "valid")
        }
    }

    @Test func anOversizedQuestionIsRefusedUnread() async throws {
        try await TestService.run { service in
            let answer = try await service.call(
                "POST", "/api/v1/verify", [UInt8](repeating: 0x25, count: (16 << 20) + 1))
            #expect(answer.code == "too-large")
        }
    }

    @Test func theRegisterIsSearchedByUnitYearAndNumber() async throws {
        try await CertifiedRound.run { certified in
            let voter = certified.service.voter
            _ = try await certified.decide(first: 41)
            #expect(try await voter.decisions(unit: "cb-02").map(\.number) == ["42-QĐ/ĐU"])
            #expect(try await voter.decisions(number: "41-QĐ/ĐU").count == 1)
            #expect(try await voter.decisions(year: 2026).count == 2)
            #expect(try await voter.decisions(unit: "cb-02", year: 2025).isEmpty)
            let year = try await certified.service.call("GET", "/api/v1/decisions?year=x")
            #expect(year.code == "malformed-request")
            let injected = try await certified.service.call("GET", "/api/v1/decisions?unit=%27%20OR%201=1")
            #expect(injected.text == #"{"decisions":[]}"#)
        }
    }
}
