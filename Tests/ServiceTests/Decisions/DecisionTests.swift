import Client
import Foundation
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// Issuing decisions.
@Suite struct DecisionTests {
    @Test func onlyRecognisedUnitsGetOneAndOnlyOnce() async throws {
        try await CertifiedRound.run(rejecting: 6) { certified in
            let refused = await refusal { _ = try await certified.decide(["cb-02"]) }
            #expect(refused?.code == "not-recognised" && refused?.status == 409)
            let unknown = await refusal { _ = try await certified.decide(["cb-99"]) }
            #expect(unknown?.code == "not-recognised")
            #expect(try await certified.service.voter.decisions().isEmpty)
            let issued = try await certified.decide()
            #expect(issued.map(\.unit) == ["cb-01"] && issued.map(\.number.description) == ["01-QĐ/ĐU"])
            let again = await refusal { _ = try await certified.decide(["cb-01"]) }
            #expect(again?.code == "already-decided")
            #expect(try await certified.decide().isEmpty, "all that were recognised have theirs")
            #expect(try await certified.service.voter.decisions().count == 1)
        }
    }

    /// The reason is there for people, in both languages.
    @Test func aRefusalSaysWhy() async throws {
        try await CertifiedRound.run(rejecting: 6) { certified in
            let body: JSONValue = [
                "units": ["cb-02"], "date": "2026-12-22", "signer": certified.trial.signer.json,
                "password": .string(TrialSigner.password),
            ]
            let answer = try await certified.service.call(
                "POST", certified.round.staffPath + "/decisions", body.encoded(), as: .signer)
            let reason = try answer.member("reason").looseObject()
            #expect(try !reason.member("vi").string().isEmpty && !reason.member("en").string().isEmpty)
        }
    }

    @Test func theKeyIsTheSignersAlone() async throws {
        try await CertifiedRound.run(identity: false) { certified in
            let none = await refusal { _ = try await certified.decide() }
            #expect(none?.code == "no-identity")
            let wrong = await refusal {
                try await certified.signer.setIdentity(pkcs12: certified.trial.pkcs12, password: "sai-mat-khau")
            }
            #expect(wrong?.code == "wrong-key-password" && wrong?.status == 403)
            for bytes in [[], [0x30, 0x80], Array("-----BEGIN".utf8), Array(certified.trial.pkcs12.dropLast(40))] {
                let problem = await refusal {
                    try await certified.signer.setIdentity(pkcs12: bytes, password: TrialSigner.password)
                }
                #expect(["untrusted-identity", "wrong-key-password"].contains(problem?.code))
            }
            let still = await refusal { _ = try await certified.decide() }
            #expect(still?.code == "no-identity")
            let notice = try await certified.signer.setIdentity(
                pkcs12: certified.trial.pkcs12, password: TrialSigner.password)
            #expect(notice.subject.contains("Nguyễn Văn Thắng"))
            let locked = await refusal { _ = try await certified.decide(password: "sai-mat-khau") }
            #expect(locked?.code == "wrong-key-password")
            #expect(try await certified.decide().count == 2)
        }
    }

    /// As authorities handed keys out for years: it is said how to convert it.
    @Test func anOldKeyFileIsRefusedWithTheWayOut() async throws {
        let file = try TestFiles.vector("keys/rc2.p12")
        try await CertifiedRound.run(identity: false) { certified in
            let problem = await refusal {
                try await certified.signer.setIdentity(pkcs12: file, password: "M\u{1EAD}tkh\u{1EA9}u1")
            }
            #expect(problem?.code == "untrusted-identity" && problem?.status == 422)
            #expect(problem?.detail?.contains("openssl pkcs12 -legacy -in OLD.p12") == true)
        }
    }

    @Test func aCertificateThatCannotSignIsRefused() async throws {
        try await CertifiedRound.run(identity: false) { certified in
            let now = Int64(certified.service.time.now)
            let template = CertificateTemplate(
                commonName: "Máy chủ", notBefore: now - 100, notAfter: now + 100, keyUsage: [.keyCertSign])
            let identity = try template.selfSigned(by: PrivateKey.generateP256())
            let file = try identity.pkcs12(password: SecretBytes(copying: Array("mat-khau".utf8)))
            let problem = await refusal {
                try await certified.signer.setIdentity(pkcs12: file, password: "mat-khau")
            }
            #expect(problem?.code == "untrusted-identity" && problem?.status == 422)
        }
    }

    /// Before it, the clock is behind the round as well.
    @Test(arguments: [(401 * 86_400, "untrusted-identity"), (-2 * 86_400, "clock-behind")])
    func nothingIsSignedOutsideTheCertificatesTime(seconds: Int, code: String) async throws {
        try await CertifiedRound.run { certified in
            certified.service.time.advance(by: seconds)
            let problem = await refusal { _ = try await certified.decide() }
            #expect(problem?.code == code)
            #expect(try await certified.service.voter.decisions().isEmpty, "and no number is spent")
            certified.service.time.advance(by: -seconds)
            let issued = try await certified.decide(first: 7)
            #expect(issued.map(\.number.description) == ["07-QĐ/ĐU", "08-QĐ/ĐU"])
        }
    }

    @Test func numbersHaveNoGapsHoweverManyAskAtOnce() async throws {
        try await CertifiedRound.run { certified in
            let units = ["cb-01", "cb-02"]
            let issued = try await VoterRaceTests.together(8) { index -> Result<[IssuedDecision], ServerProblem> in
                do {
                    return .success(try await certified.decide([units[index % 2]], first: 41))
                } catch let problem as ServerProblem {
                    return .failure(problem)
                }
            }
            let decisions = issued.compactMap { try? $0.get() }.flatMap { $0 }
            #expect(Set(decisions.map(\.number.description)) == ["41-QĐ/ĐU", "42-QĐ/ĐU"] && decisions.count == 2)
            let annulled = try await VoterRaceTests.together(6) { index -> IssuedDecision? in
                do {
                    return try await certified.annul(decisions[index % 2].digest)
                } catch let problem as ServerProblem {
                    #expect(problem.code == "already-annulled" && problem.status == 409)
                    return nil
                }
            }.compactMap { $0 }
            #expect(Set(annulled.map(\.number.description)) == ["43-QĐ/ĐU", "44-QĐ/ĐU"] && annulled.count == 2)
        }
    }

    @Test(arguments: [
        #"{}"#, #"{"date":"2026-02-30","signer":{"name":"A","position":"B"},"password":"x"}"#,
        #"{"date":"2026-12-22","signer":"A","password":"x"}"#,
        #"{"date":"2026-12-22","signer":{"name":"A","position":"B"},"password":"x","units":[7]}"#,
        #"{"date":"2026-12-22","signer":{"name":"A","position":"B"},"password":"x","firstNumber":0}"#,
    ])
    func aMalformedOrderIsRefused(body: String) async throws {
        try await PreparedRound.run(.frozen) { round in
            let answer = try await round.service.call(
                "POST", round.staffPath + "/decisions", Array(body.utf8), as: .signer)
            #expect(answer.code == "malformed-request")
        }
    }
}
