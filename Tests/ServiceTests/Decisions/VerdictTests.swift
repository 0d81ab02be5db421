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
            let kept = try await certified.service.voter.decision(issued[0].digest).decision
            let other = try await certified.service.voter.decision(issued[1].digest).decision
            #expect(
                try await certified.verdict(kept.statement, kept.signature) == [
                    "summary": "valid", "intact": "intact", "trusted": "trusted", "recorded": "recorded",
                    "inForce": "in-force",
                ])
            let swapped = try await certified.verdict(kept.statement, other.signature)
            #expect(swapped["summary"] == "not-valid" && swapped["intact"] == "content-changed")
            for place in stride(from: 20, to: kept.statement.count, by: 211) {
                let changed = kept.statement.replacing(place, with: kept.statement[place] ^ 1)
                let verdict = try await certified.verdict(changed, kept.signature)
                #expect(verdict["summary"] == "not-valid" && verdict["recorded"] == "not-recorded")
                #expect(verdict["inForce"] != "in-force")
            }
            let spaced = try await certified.verdict(kept.statement + [0x0A], kept.signature)
            #expect(spaced["intact"] == "content-changed")
        }
    }

    @Test func whatIsNoSignatureIsAnAnswerAndNoFault() async throws {
        try await CertifiedRound.run { certified in
            let kept = try await certified.service.voter.decision(try await certified.decide()[0].digest).decision
            for signature in [[], [0x30], Array(kept.signature.dropLast()), kept.signature + [0], kept.statement] {
                let verdict = try await certified.verdict(kept.statement, signature)
                #expect(verdict["summary"] == "not-valid" && verdict["intact"] != "intact")
            }
            let empty = try await certified.verdict([], [])
            #expect(empty["summary"] == "not-valid" && empty["recorded"] == "not-recorded")
        }
    }

    @Test func aStrangersCertificateIsNotTrusted() async throws {
        let stranger = try TrialSigner(at: 1_797_900_000)
        try await CertifiedRound.run(trusting: [stranger.authority]) { certified in
            let kept = try await certified.service.voter.decision(try await certified.decide()[0].digest).decision
            let verdict = try await certified.verdict(kept.statement, kept.signature)
            #expect(verdict["summary"] == "not-valid" && verdict["intact"] == "intact")
            #expect(verdict["trusted"]?.hasPrefix("certificate-") == true && verdict["recorded"] == "recorded")
        }
    }

    @Test func withoutTrustedCertificatesTrustIsUnknown() async throws {
        try await CertifiedRound.run(trusting: []) { certified in
            let kept = try await certified.service.voter.decision(try await certified.decide()[0].digest).decision
            let verdict = try await certified.verdict(kept.statement, kept.signature)
            #expect(verdict["summary"] == "unknown" && verdict["trusted"] == "no-anchors")
        }
    }

    /// What was signed while the certificate was valid stays so.
    @Test func anOldDecisionOutlivesItsCertificate() async throws {
        try await CertifiedRound.run { certified in
            let kept = try await certified.service.voter.decision(try await certified.decide()[0].digest).decision
            certified.service.time.advance(by: 3 * 366 * 86_400)
            #expect(try await certified.verdict(kept.statement, kept.signature)["summary"] == "valid")
        }
    }

    @Test func malformedAndOversizedQuestionsAreRefused() async throws {
        try await TestService.run { service in
            let path = "/api/v1/verify"
            let large = Array(#"{"statement":""#.utf8) + [UInt8](repeating: 0x41, count: 1 << 20)
            let cases = [
                (large, "too-large"), (Array("{".utf8), "malformed-json"),
                (Array(#"{"statement":"*","signature":""}"#.utf8), "malformed-request"),
            ]
            for (body, code) in cases {
                let answer = try await service.call("POST", path, body)
                #expect(answer.code == code)
            }
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
