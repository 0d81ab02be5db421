import Client
import Decisions
import Foundation
import OpenSSLKit
import Recognition
import SignedPDF
import StrictEncoding
import Testing

@testable import Service

/// Decisions with time stamps by a real authority.
@Suite struct TimestampTests {
    @Test(arguments: [false, true]) func signaturesAreStamped(keeping: Bool) async throws {
        try await TrialTimestampAuthority.run { authority in
            try await CertifiedRound.run(stampedBy: authority, keeping: keeping) { certified in
                let issued = try await certified.decide()
                #expect(issued.count == 2)
                for decision in issued {
                    let file = try await certified.service.voter.decisionDocument(decision.digest)
                    let signature = try #require(try DecisionDocument(file).inspection.signatures.first)
                    #expect(signature.level == (keeping ? .baselineLT : .baselineT))
                    #expect(try await certified.verdict(file)["summary"] == "valid")
                }
            }
        }
    }

    /// Without the stamp that was asked for nothing is issued, and no number is spent.
    @Test(arguments: ["html", "error", "stale"]) func aLyingAuthorityStopsTheIssue(mode: String) async throws {
        try await TrialTimestampAuthority.run(mode) { authority in
            try await CertifiedRound.run(stampedBy: authority) { certified in
                let problem = await refusal { _ = try await certified.decide() }
                #expect(problem?.code == "timestamp" && problem?.status == 502)
                let issued = try await certified.service.voter.decisions()
                #expect(issued.isEmpty)
            }
        }
    }

    @Test func anAuthorityThatIsDownStopsTheIssue() async throws {
        let authority = try TrialTimestampAuthority()
        authority.end()
        defer { authority.stop() }
        try await CertifiedRound.run(stampedBy: authority) { certified in
            let problem = await refusal { _ = try await certified.decide() }
            #expect(problem?.code == "timestamp")
        }
    }

    @Test func anAuthorityThatNobodyTrustsStopsTheIssue() async throws {
        try await TrialTimestampAuthority.run { authority in
            try await TrialTimestampAuthority.run { other in
                try FileManager.default.removeItem(atPath: authority.folder + "/trusted/root.pem")
                try FileManager.default.copyItem(
                    atPath: other.folder + "/root.crt", toPath: authority.folder + "/trusted/root.pem")
                try await CertifiedRound.run(stampedBy: authority) { certified in
                    let problem = await refusal { _ = try await certified.decide() }
                    #expect(problem?.code == "timestamp")
                }
            }
        }
    }
}
