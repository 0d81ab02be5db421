import BallotTokens
import OpenSSLKit
import StrictEncoding
import Testing

@testable import SecretBallot

@Suite struct TokenBatchTests {
    let round: SmallRound

    init() throws { round = try SmallRound.shared.get() }

    private func requests() throws -> [[UInt8]] { try round.device(0).tokenRequest.tokenRequests }

    @Test func anotherLengthIsRefused() throws {
        let requests = try requests()
        for wrong in [[], Array(requests.dropLast()), requests + [requests[0]]] {
            #expect(throws: IssuanceFault.batchLength(expected: 4)) {
                try TokenBatch(wrong, for: round.manifest.contests)
            }
        }
    }

    @Test func theModulusItselfIsRefused() throws {
        var requests = try requests()
        let modulus = round.manifest.contests[2].tokenKey.rsa.modulus
        requests[2] = Array(requests[2][..<3]) + modulus
        #expect(throws: IssuanceFault.blindedMessage(contest: 2)) {
            try TokenBatch(requests, for: round.manifest.contests)
        }
        requests[2][258] -= 1
        #expect(throws: Never.self) { try TokenBatch(requests, for: round.manifest.contests) }
    }

    @Test func aRequestOfAnotherFormIsNamedByItsPlace() throws {
        for change in [0, 1, 2] {
            var requests = try requests()
            requests[1][change] ^= 0xFF
            let fault = #expect(throws: IssuanceFault.self) {
                try TokenBatch(requests, for: round.manifest.contests)
            }
            guard case .request(contest: 1, _)? = fault else {
                Issue.record("byte \(change): \(String(describing: fault))")
                continue
            }
        }
    }

    @Test func aSignatureIsForOneBatchOneVoterOneRound() throws {
        let entry = try round.device(0).tokenRequest
        let batch = try TokenBatch(entry.tokenRequests, for: round.manifest.contests)
        let voters = round.manifest.voters
        #expect(batch.isSigned(by: voters[0], in: round.manifest.roundID, signature: entry.signature))
        #expect(!batch.isSigned(by: voters[1], in: round.manifest.roundID, signature: entry.signature))
        let elsewhere = RoundID(ofManifest: [1, 2, 3])
        #expect(!batch.isSigned(by: voters[0], in: elsewhere, signature: entry.signature))
        let other = try TokenBatch(requests(), for: round.manifest.contests)
        #expect(!other.isSigned(by: voters[0], in: round.manifest.roundID, signature: entry.signature))
    }
}
