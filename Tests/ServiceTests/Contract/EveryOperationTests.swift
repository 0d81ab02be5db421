import Client
import Foundation
import OpenSSLKit
import SecretBallot
import SignedPDF
import StrictEncoding
import Testing

@testable import Service

/// Every operation that is described, asked for once with success: its answer is held to its schema, as every answer of
/// every other test is.
@Suite struct EveryOperationTests {
    @Test func everyOperationAnswersAsDescribed() async throws {
        let contract = try AnswerContract.shared.get()
        try await CertifiedRound.run(identity: false, stage: .voting) { certified in
            let walk = OperationWalk(certified: certified)
            try await walk.sign()
            try await walk.draft()
            try await walk.meet()
            try await walk.count()
            try await walk.decide()
            try await walk.read()
            try await walk.administer()
        }
        // With an authority, whose clock is the present's.
        try await TrialTimestampAuthority.run { authority in
            try await CertifiedRound.run(stampedBy: authority) { try await OperationWalk(certified: $0).archive() }
        }
        let key = SigningKey()
        let relay = RelayReference(name: "Trạm", url: "https://tram.example", key: key.publicKey)
        try await PreparedRound.run(.voting, voters: 1, relays: [relay]) { round in
            try await OperationWalk.close(round, relay: key)
            let closing = try await round.service.voter.closing(of: round.manifest).closing
            let answer = try await round.gateway([0, 0, 0, 0], by: key, over: closing, at: 0)
            #expect(answer.status == 200 && answer.body == [0, 0, 0, 0])
        }
        try await SeatWalk.makeKey()
        try await SeatWalk.finish()
        #expect(contract.operations.subtracting(contract.answered) == [], "operations that no test asks for")
    }
}
