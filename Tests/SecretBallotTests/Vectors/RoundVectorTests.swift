import BallotTokens
import Crypto
import Foundation
import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// Every value of the worked round, reproduced or, where randomness went in, verified.
@Suite struct RoundVectorTests {
    let vectors: RoundVectors
    let manifest: Manifest

    init() throws {
        vectors = try RoundVectors.shared.get()
        manifest = vectors.manifest
    }

    @Test func roundIDAndCode() throws {
        #expect(manifest.roundID.bytes == (try vectors.bytes("roundID")))
        #expect(try RoundCode(of: manifest).description == vectors.root.member("roundCode").string())
    }

    @Test func contests() throws {
        let contests = try vectors.objects("contests")
        #expect(contests.count == manifest.contests.count)
        for (contest, expected) in zip(manifest.contests, contests) {
            #expect(contest.id == (try expected.member("contestID").bytes()))
            #expect(contest.challenge.bytes == (try expected.member("tokenChallenge").bytes()))
            #expect(try contest.challenge.digest() == expected.member("challengeDigest").bytes())
            #expect(contest.tokenKey.id == (try expected.member("tokenKeyID").bytes()))
            let key = try RSAPrivateKey(pkcs8: SecretBytes(copying: expected.member("tokenPrivateKeyPKCS8").bytes()))
            #expect(key.publicKey == contest.tokenKey.rsa)
        }
    }

    @Test func credentials() throws {
        for voter in try vectors.objects("voters") {
            let credential = try AccessCode(typed: voter.member("accessCode").string()).credential(in: .one)
            #expect(credential.scalar == (try voter.member("credentialKey").bytes()))
            let position = try #require(manifest.position(ofVoter: voter.member("id").string()))
            #expect(credential.publicKey == manifest.voters[position].credentialKey)
        }
    }

    @Test func issuance() throws {
        for voter in try vectors.objects("voters") {
            let slips = try voter.member("slips").array().map { try $0.looseObject() }
            let requests = try slips.map { try $0.member("tokenRequest").bytes() }
            let batch = try TokenBatch(requests, for: manifest.contests)
            #expect(batch.message(of: manifest, deviceKey: nil) == (try voter.member("issueMessage").bytes()))
            let member = manifest.voters[try #require(manifest.position(ofVoter: voter.member("id").string()))]
            let signature = try voter.member("issueSignature").bytes()
            #expect(batch.isSigned(by: member, deviceKey: nil, of: manifest, signature: signature))
        }
    }

    @Test func tokens() throws {
        let issuers = try vectors.objects("contests").map {
            try TokenIssuer(RSAPrivateKey(pkcs8: SecretBytes(copying: $0.member("tokenPrivateKeyPKCS8").bytes())))
        }
        for slip in try vectors.slips() {
            let contest = manifest.contests[try slip.member("contest").integer()]
            let nonce = contest.nonce(for: try slip.member("oneTimePublicKey").bytes())
            let pending = try TokenClient(key: contest.tokenKey, challenge: contest.challenge).request(
                nonce: nonce, salt: SecretBytes(copying: slip.member("salt").bytes()),
                factor: BlindingFactor(SecretBytes(copying: slip.member("blind").bytes()), for: contest.tokenKey.rsa))
            #expect(pending.input.bytes == (try slip.member("tokenInput").bytes()))
            #expect(pending.request.blindedMessage == (try slip.member("blindedMessage").bytes()))
            #expect(pending.request.bytes == (try slip.member("tokenRequest").bytes()))
            let response = try issuers[contest.index].issue(pending.request)
            #expect(response == (try slip.member("blindSignature").bytes()))
            #expect(try pending.finalize(response).authenticator == slip.member("authenticator").bytes())
        }
    }

    @Test func slips() throws {
        let check = try SlipCheck(manifest)
        let opener = try SlipOpener(vectors.bytes("boardPrivateKey"), of: manifest)
        for expected in try vectors.slips() {
            let bytes = try expected.member("slip").bytes()
            let slip = try check.checked(bytes)
            #expect(try SigningKey(expected.member("oneTimeKey").bytes()).publicKey.bytes == slip.oneTimeKey)
            #expect(slip.oneTimeKey == (try expected.member("oneTimePublicKey").bytes()))
            #expect(slip.authenticator == (try expected.member("authenticator").bytes()))
            #expect(slip.id == (try expected.member("slipID").bytes()))
            #expect(slip.trackingCode == (try expected.member("trackingCode").string()))
            #expect(Receipt.isValid(try expected.member("receipt").bytes(), for: bytes, of: manifest))
            #expect(opener.choice(of: slip) == (try Self.choice(expected)))
        }
    }

    private static func choice(_ slip: JSONObjectReader) throws -> Choice? {
        let choice = try slip.member("choice")
        return choice.value == .null ? nil : Choice(rawValue: UInt8(try choice.integer()))
    }

    /// The sealed part made again with the vectors' ephemeral keys, by HPKE's key schedule (RFC 9180) written out.
    @Test func sealing() throws {
        for expected in try vectors.slips() {
            // What the one invalid slip sealed instead is not in the vectors.
            guard let choice = try Self.choice(expected) else { continue }
            let slip = try Slip(expected.member("slip").bytes())
            let hpke = try ReferenceHPKE(
                to: manifest.board.publicKey.bytes, ephemeral: expected.member("ephemeralKey").bytes(),
                info: manifest.contests[slip.contest].sealingInfo)
            #expect(hpke.encapsulatedKey == slip.encapsulatedKey)
            #expect(try hpke.seal([choice.rawValue], aad: slip.oneTimeKey) == slip.ciphertext)
        }
    }

    @Test func slipRejects() throws {
        let check = try SlipCheck(manifest)
        for reject in try vectors.objects("slipRejects") {
            let fault = #expect(throws: SlipFault.self) { try check.checked(reject.member("slip").bytes()) }
            let (reason, why) = (try reject.member("reason").string(), try reject.member("why").string())
            #expect(fault?.rawValue == reason, "\(why)")
        }
    }

    @Test func manifestRejects() throws {
        for reject in try vectors.objects("manifestRejects") {
            let why = try reject.member("why").string()
            #expect(throws: MalformedInput.self, "\(why)") { try Manifest(reject.member("manifest").bytes()) }
        }
    }

    @Test func aManifestOfAnotherRoundIsNotRead() throws {
        let other = try RoundID([UInt8](repeating: 0, count: 32))
        #expect(throws: MalformedInput(.wrongValue, at: "manifest", "its hash is not the roundID")) {
            try Manifest(manifest.bytes, expecting: other)
        }
    }

    @Test func boxesAndSeal() throws {
        let boxes = try vectors.boxes()
        let roots = try vectors.root.member("contestRoots").array().map { try $0.bytes() }
        #expect(boxes.contestRoots == roots)
        #expect(boxes.root == (try vectors.bytes("boxRoot")))
        #expect(try BoxContents(boxes.bytes, of: manifest).boxes == boxes.boxes)
        let seal = Seal(
            Seal.Parts(
                boxRoot: boxes.root, attendanceHash: Hash.digest(try vectors.bytes("attendance")),
                rollHash: Hash.digest(try vectors.bytes("issuanceRoll"))), of: manifest)
        #expect(seal.bytes == (try vectors.bytes("seal")))
        #expect(seal.hash == (try vectors.bytes("sealHash")))
    }

    @Test func rollWritesItsLinesAsTheyWereRead() throws {
        var lines = LineReader("roll", limit: 1 << 20)
        var entries: [RollEntry] = []
        try lines.read(vectors.bytes("issuanceRoll")) { entries.append(try RollEntry($0, as: "line \($1)", in: .one)) }
        try lines.finish()
        #expect(entries.map(\.voter) == ["uv-01", "uv-02", "uv-03"])
        let again = RollEntry.roll(entries)
        var reread: [RollEntry] = []
        var second = LineReader("roll", limit: 1 << 20)
        try second.read(again) { line, _ in reread.append(try RollEntry(line, as: "line", in: .one)) }
        #expect(reread.map(\.tokenRequests) == entries.map(\.tokenRequests))
    }

    /// A line a voter, and as many faults as are kept: a stranger's list may have millions.
    @Test func aListWithoutEndIsNotReadToItsEnd() throws {
        let most = Array(String(repeating: "{}\n", count: manifest.voters.count + AuditReport.keptFaults).utf8)
        var roll = RollAudit(manifest, attendance: nil)
        var found = FoundAudit(manifest, seal: try vectors.seal, findingKeys: [:])
        var faults = 0
        try roll.read(most) { _ in faults += 1 }
        try found.read(most) { _ in faults += 1 }
        #expect(faults == 2 * (manifest.voters.count + AuditReport.keptFaults))
        #expect(throws: MalformedInput.self) { try roll.read(Array("{}\n".utf8)) { _ in } }
        #expect(throws: MalformedInput.self) { try found.read(Array("{}\n".utf8)) { _ in } }
    }

    @Test func boardAndFoundSignatures() throws {
        let seal = try vectors.seal
        #expect(FreezeSignature(member: 0, signature: try vectors.bytes("freezeSignature")).isValid(in: manifest))
        for found in try vectors.objects("foundSignatures") {
            let voter = manifest.voters[try #require(manifest.position(ofVoter: found.member("voter").string()))]
            #expect(seal.isFound(by: voter.credentialKey, signature: try found.member("signature").bytes()))
        }
        let share = BoardShare(
            member: 0, share: try vectors.bytes("boardPrivateKey"), signature: try vectors.bytes("openSignature"))
        #expect(try Opening([share], for: seal, of: manifest).boardPrivateKey == vectors.bytes("boardPrivateKey"))
        let member = try SigningKey(vectors.bytes("boardMemberKey"))
        #expect(member.publicKey == manifest.board.members[0].key)
        #expect(try FreezeSignature(member: 0, of: manifest, signedBy: member).isValid(in: manifest))
    }

    @Test func aDeviceGoesTheSameWay() throws {
        let first = try #require(try vectors.objects("voters").first)
        let code = try AccessCode(typed: first.member("accessCode").string())
        #expect(try VotingDevice(manifest, code: code).voter == "uv-01")
    }
}
