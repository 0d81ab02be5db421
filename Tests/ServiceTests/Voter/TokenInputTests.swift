import Client
import OpenSSLKit
import SecretBallot
import Storage
import StrictEncoding
import Testing

@testable import Service

/// What may come in where a voter's request for tokens should.
@Suite struct TokenInputTests {
    @Test func whatIsNoRequestIsRefused() async throws {
        try await PreparedRound.run { round in
            let request = try VotingDevice(round.manifest, code: round.codes[0]).tokenRequest
            let (json, bytes) = (request.json, request.json.encoded())
            let other = request.tokenRequests[0]
            try await round.expectRefused(
                [
                    ("empty", [], "malformed-json"),
                    ("truncated", Array(bytes.dropLast(9)), "malformed-json"),
                    ("twice", bytes + bytes, "malformed-json"),
                    ("not UTF-8", [0xFF] + bytes, "malformed-json"),
                    ("byte order mark", [0xEF, 0xBB, 0xBF] + bytes, "malformed-json"),
                    ("deep", [UInt8](repeating: UInt8(ascii: "["), count: 1_000), "malformed-json"),
                    ("member twice", json.adding("voter", "uv-1").encoded(), "malformed-json"),
                    ("oversized", bytes + [UInt8](repeating: 0x20, count: 8_192), "too-large"),
                    ("another member", json.adding("cookie", "1").encoded(), "malformed-request"),
                    ("an array", Array("[]".utf8), "malformed-request"),
                    ("a number for the voter", json.replacing("voter", with: 1).encoded(), "malformed-request"),
                    ("no list", json.replacing("tokenRequests", with: .bytes(other)).encoded(), "malformed-request"),
                    ("no device key", json.replacing("deviceKey", with: nil).encoded(), "malformed-request"),
                    (
                        "a device key that is no point",
                        json.replacing("deviceKey", with: .bytes([UInt8](repeating: 4, count: 65))).encoded(),
                        "malformed-request"
                    ),
                    ("no signature", json.replacing("signature", with: nil).encoded(), "malformed-request"),
                    ("short signature", json.replacing("signature", with: "AAAA").encoded(), "malformed-request"),
                    ("padding", json.replacing("signature", with: "AAA=").encoded(), "malformed-request"),
                ], at: "tokens")
        }
    }

    @Test func aBatchIsOneGoodRequestForEachContest() async throws {
        try await PreparedRound.run { round in
            let request = try VotingDevice(round.manifest, code: round.codes[0]).tokenRequest
            let list = request.tokenRequests
            let modulus = try RSAPrivateKey(pkcs8: RoundVectors().tokenKeys()[3]).publicKey.modulus
            func with(_ first: [UInt8], at place: Int = 3) -> [UInt8] {
                request.replacing(list.replacing(place, with: first)).json.encoded()
            }
            func blinded(_ message: [UInt8]) -> [UInt8] { with(list[3].prefix(3) + message) }
            try await round.expectRefused(
                [
                    ("nothing", request.replacing([]).json.encoded(), "batch-length"),
                    ("one short", request.replacing(Array(list.dropLast())).json.encoded(), "batch-length"),
                    ("one long", request.replacing(list + [list[0]]).json.encoded(), "batch-length"),
                    ("a byte short", with(Array(list[3].dropLast())), "token-request"),
                    ("a byte long", with(list[3] + [0]), "token-request"),
                    ("empty", with([]), "token-request"),
                    ("token type 1", with([0, 1] + list[3].dropFirst(2)), "token-request"),
                    ("key byte", with(list[3].replacing(2, with: list[3][2] ^ 1)), "token-request"),
                    ("the modulus", blinded(modulus), "blinded-message"),
                    ("one above it", blinded(modulus.replacing(255, with: modulus[255] + 1)), "blinded-message"),
                    ("all ones", blinded([UInt8](repeating: 0xFF, count: 256)), "blinded-message"),
                ], at: "tokens")
        }
    }

    @Test func onlyTheVoterAsksForTheVotersTokens() async throws {
        try await PreparedRound.run { round in
            let (first, other) = (try Self.request(of: 0, round), try Self.request(of: 1, round))
            let second = try Self.request(of: 0, round)
            func asking(
                _ voter: String, _ requests: [[UInt8]], _ signature: [UInt8], for key: VerifyingKey? = first.deviceKey
            ) -> [UInt8] {
                RollEntry(voter: voter, deviceKey: key, tokenRequests: requests, signature: signature).json.encoded()
            }
            let zero = [UInt8](repeating: 0, count: 64)
            try await round.expectRefused(
                [
                    ("another voter's", asking(first.voter, other.tokenRequests, other.signature), "batch-signature"),
                    ("another batch's", asking(first.voter, first.tokenRequests, second.signature), "batch-signature"),
                    (
                        "another device key's",
                        asking(first.voter, first.tokenRequests, first.signature, for: second.deviceKey),
                        "batch-signature"
                    ),
                    ("zero", asking(first.voter, first.tokenRequests, zero), "batch-signature"),
                    (
                        "another order", asking(first.voter, first.tokenRequests.reversed(), first.signature),
                        first.tokenRequests[0][2] == first.tokenRequests[7][2] ? "batch-signature" : "token-request"
                    ),
                    ("nobody", asking("uv-99", first.tokenRequests, first.signature), "voter-unknown"),
                    ("other case", asking("UV-1", first.tokenRequests, first.signature), "voter-unknown"),
                    ("no name", asking("", first.tokenRequests, first.signature), "voter-unknown"),
                ], at: "tokens")
        }
    }

    @Test func onlyThosePresentGetTokens() async throws {
        try await PreparedRound.run(marks: [0: .present, 1: .excused]) { round in
            try await round.expectRefused(
                [
                    ("excused", try Self.request(of: 1, round).json.encoded(), "voter-excused"),
                    ("absent", try Self.request(of: 2, round).json.encoded(), "voter-absent"),
                ], at: "tokens")
        }
    }

    @Test func theSameBatchIsAnsweredAgainAndNoOther() async throws {
        try await PreparedRound.run(.issuing) { round in
            let device = try VotingDevice(round.manifest, code: round.codes[0])
            let answer = try await round.post("tokens", device.tokenRequest.json)
            #expect(answer.status == 200)
            let tokens = try answer.member("tokenResponses").value
            #expect(try await round.post("tokens", device.tokenRequest.json).member("tokenResponses").value == tokens)
            let signedAnew = try Self.signedAnew(device.tokenRequest, code: round.codes[0], in: round)
            #expect(signedAnew.signature != device.tokenRequest.signature)
            #expect(try await round.post("tokens", signedAnew.json).member("tokenResponses").value == tokens)
            try await round.expectRefused(
                [("another device", try Self.request(of: 0, round).json.encoded(), "already-issued")], at: "tokens")
        }
    }

    /// A key that several have would say *found* for all of them; one of the round's own, for the round.
    @Test func aDeviceKeyIsOneVotersAndNoneOfTheRounds() async throws {
        try await PreparedRound.run(.issuing) { round in
            let first = try Self.request(of: 0, round)
            #expect(try await round.post("tokens", first.json).status == 200)
            let taken = try #require(first.deviceKey)
            let named = [
                round.manifest.service.receiptKey, round.manifest.board.publicKey,
                round.manifest.voters[1].credentialKey,
                round.memberKey.publicKey, try #require(round.manifest.casting).gateway.publicKey,
            ]
            for key in [taken] + named {
                let request = try Self.signedAnew(Self.request(of: 1, round), code: round.codes[1], in: round, for: key)
                try await round.expectRefused([("a key of others", request.json.encoded(), "device-key")], at: "tokens")
            }
            // The same requests for another device are another batch.
            let other = try Self.signedAnew(first, code: round.codes[0], in: round, for: SigningKey().publicKey)
            try await round.expectRefused([("another device", other.json.encoded(), "already-issued")], at: "tokens")
            // Nobody is kept from a key that was asked for in vain, nor from their own tokens.
            let vain = try #require(other.deviceKey)
            let second = try Self.signedAnew(Self.request(of: 1, round), code: round.codes[1], in: round, for: vain)
            #expect(try await round.post("tokens", second.json).status == 200)
            let answer = try await round.post("tokens", first.json)
            let issued = try answer.member("issued").bytes()
            #expect(Issued.isValid(issued, for: first.voter, deviceKey: taken, of: round.manifest))
            #expect(!Issued.isValid(issued, for: second.voter, deviceKey: taken, of: round.manifest))
        }
    }

    @Test(arguments: [Stage.frozen, .closing, .sealed, .cancelled])
    func tokensAreIssuedBetweenTheIssuingAndTheClosing(stage: Stage) async throws {
        try await PreparedRound.run([.closing, .sealed].contains(stage) ? .voting : .frozen) { round in
            try await round.reach(stage)
            let answer = try await round.post("tokens", Self.request(of: 0, round).json)
            #expect(answer.code == "wrong-state" && answer.state == stage.rawValue, "\(answer.text)")
        }
    }

    @Test(arguments: ["", "abc", String(repeating: "A", count: 43), String(repeating: "A", count: 43) + "="])
    func anUnknownRoundIsNotFound(roundID: String) async throws {
        try await PreparedRound.run { round in
            for (method, what) in [("POST", "tokens"), ("POST", "slips"), ("POST", "found"), ("GET", "manifest")] {
                let answer = try await round.service.call(method, "/api/v1/rounds/\(roundID)/\(what)", [])
                // Two slashes are one: what follows is then taken for the round, which is only read.
                let expected = roundID.isEmpty && method == "POST" ? 405 : 404
                #expect(answer.status == expected && answer.code != nil, "\(what): \(answer.text)")
            }
        }
    }

    /// ECDSA is random: another signature over the same batch.
    private static func signedAnew(
        _ entry: RollEntry, code: AccessCode, in round: TestRound, for deviceKey: VerifyingKey? = nil
    ) throws -> RollEntry {
        let (manifest, deviceKey) = (round.manifest, deviceKey ?? entry.deviceKey)
        let batch = try TokenBatch(entry.tokenRequests, for: manifest.contests)
        return RollEntry(
            voter: entry.voter, deviceKey: deviceKey, tokenRequests: entry.tokenRequests,
            signature: try code.credential().sign(batch, deviceKey: deviceKey, of: manifest))
    }

    private static func request(of voter: Int, _ round: TestRound) throws -> RollEntry {
        try VotingDevice(round.manifest, code: round.codes[voter]).tokenRequest
    }
}
