import BallotTokens
import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// From the manifest to tokens: every value of the worked round of version 2, reproduced or, where randomness went in,
/// verified.
struct Round2TokenTests {
    private let vectors: Round2Vectors
    private let manifest: Manifest

    init() throws {
        vectors = try Round2Vectors.shared.get()
        manifest = vectors.manifest
    }

    @Test func roundIDAndCode() throws {
        #expect(manifest.version == .two)
        #expect(try manifest.roundID.bytes == vectors.root.bytes("roundID"))
        #expect(try RoundCode(of: manifest).description == vectors.root.member("roundCode").string())
        #expect(try SigningKey(vectors.root.bytes("receiptPrivateKey")).publicKey == manifest.service.receiptKey)
    }

    @Test func contests() throws {
        let contests = try vectors.root.objects("contests")
        #expect(contests.count == manifest.contests.count)
        for (contest, expected) in zip(manifest.contests, contests) {
            #expect(try contest.index == expected.integer("index"))
            #expect(try contest.id == expected.bytes("contestID"))
            #expect(try contest.challenge.bytes == expected.bytes("tokenChallenge"))
            #expect(try contest.challenge.digest() == expected.bytes("challengeDigest"))
            #expect(try contest.tokenKey.id == expected.bytes("tokenKeyID"))
        }
    }

    @Test func accessCodes() throws {
        let codes = try vectors.root.object("accessCodes")
        for voter in manifest.voters {
            let code = try AccessCode(typed: codes.member(voter.id).string())
            #expect(try code.credential(in: .two).publicKey == voter.credentialKey)
        }
    }

    @Test func issuance() throws {
        let roll = try IssuanceRoll(vectors.file(.roll), in: .two).entries
        let voters = try vectors.root.objects("voters")
        #expect(roll.count == voters.count)
        for (voter, entry) in zip(voters, roll) {
            let id = try voter.member("id").string()
            let requests = try voter.objects("slips").map { try $0.bytes("tokenRequest") }
            let batch = try TokenBatch(requests, for: manifest.contests)
            let deviceKey = try SigningKey(voter.bytes("deviceSecret")).publicKey
            #expect(try deviceKey.bytes == voter.bytes("deviceKey"))
            let member = manifest.voters[try #require(manifest.position(ofVoter: id))]
            let asked = batch.message(of: manifest, deviceKey: deviceKey)
            #expect(try voter.object("issue").says(asked, signedBy: member.credentialKey))
            let issued = Issued.message(id, deviceKey, of: manifest.roundID)
            #expect(try voter.object("issued").says(issued, signedBy: manifest.service.receiptKey))
            #expect(entry.voter == id && entry.deviceKey == deviceKey)
            #expect(entry.tokenRequests == requests)
            #expect(try entry.signature == voter.object("issue").bytes("signature"))
        }
    }

    @Test func tokens() throws {
        let issuers = try vectors.root.objects("contests").map {
            try TokenIssuer(RSAPrivateKey(pkcs8: SecretBytes(copying: $0.bytes("tokenPrivateKeyPKCS8"))))
        }
        for slip in try vectors.slips() {
            let contest = manifest.contests[try slip.integer("contest")]
            let nonce = contest.nonce(for: try slip.bytes("oneTimePublicKey"))
            let pending = try TokenClient(key: contest.tokenKey, challenge: contest.challenge).request(
                nonce: nonce, salt: SecretBytes(copying: slip.bytes("salt")),
                factor: BlindingFactor(SecretBytes(copying: slip.bytes("blind")), for: contest.tokenKey.rsa))
            #expect(try pending.input.bytes == slip.bytes("tokenInput"))
            #expect(try pending.request.blindedMessage == slip.bytes("blindedMessage"))
            #expect(try pending.request.bytes == slip.bytes("tokenRequest"))
            let response = try issuers[contest.index].issue(pending.request)
            #expect(try response == slip.bytes("blindSignature"))
            #expect(try pending.finalize(response).authenticator == slip.bytes("authenticator"))
        }
    }
}
