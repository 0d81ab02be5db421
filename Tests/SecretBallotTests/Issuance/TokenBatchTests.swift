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

    @Test(arguments: ProtocolVersion.allCases)
    func aSignatureIsForOneBatchOneDeviceOneVoterOneRound(version: ProtocolVersion) throws {
        let round = try SmallRound.shared(version)
        let entry = try round.device(0).tokenRequest
        let batch = try TokenBatch(entry.tokenRequests, for: round.manifest.contests)
        func isSigned(_ batch: TokenBatch, voter: Int = 0, key: VerifyingKey? = entry.deviceKey, _ manifest: Manifest)
            -> Bool
        {
            batch.isSigned(
                by: manifest.voters[voter], deviceKey: key, of: manifest, signature: entry.signature)
        }
        #expect(isSigned(batch, round.manifest) && (entry.deviceKey == nil) == (version == .one))
        #expect(!isSigned(batch, voter: 1, round.manifest))
        #expect(!isSigned(batch, key: SigningKey().publicKey, round.manifest))
        #expect(version == .one || !isSigned(batch, key: nil, round.manifest))
        let elsewhere = try round.anotherManifest()
        #expect(elsewhere.voters == round.manifest.voters && !isSigned(batch, elsewhere))
        let requests = try round.device(0).tokenRequest.tokenRequests
        #expect(!isSigned(try TokenBatch(requests, for: round.manifest.contests), round.manifest))
    }
}
