import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// What may come in where a voter says that the slips were found.
@Suite struct FoundInputTests {
    @Test func onlyVotersOnTheRollSayThatTheyFound() async throws {
        try await PreparedRound.run { round in
            let device = try await round.vote(0, [Choice](repeating: .first, count: 8))
            let early = FoundEntry(voter: "uv-1", signature: [UInt8](repeating: 1, count: 64))
            #expect(try await round.post("found", early.json).state == "voting")
            let seal = try await round.seal([])
            let found = try device.find(
                in: try await round.service.voter.boxes(of: round.manifest),
                roll: try await round.service.voter.roll(of: round.manifest), of: seal)
            let (voter, json) = (found.voter, found.json)
            func by(_ voter: String, _ signature: [UInt8]) -> [UInt8] {
                FoundEntry(voter: voter, signature: signature).json.encoded()
            }
            let wrong = found.signature.replacing(40, with: found.signature[40] ^ 1)
            try await round.expectRefused(
                [
                    ("truncated", Array(json.encoded().dropLast(3)), "malformed-json"),
                    ("oversized", json.encoded() + [UInt8](repeating: 0x20, count: 9_000), "too-large"),
                    ("another member", json.adding("slip", "AAAA").encoded(), "malformed-request"),
                    ("wrong signature", by(voter, wrong), "found-signature"),
                    ("another round's", by(voter, try RoundVectors().foundSignature()), "found-signature"),
                    ("not on the roll", by("uv-2", found.signature), "voter-unknown"),
                    ("nobody", by("uv-99", found.signature), "voter-unknown"),
                ], at: "found")
            #expect(try await round.service.call("GET", round.voterPath + "/found").body.isEmpty)
            for _ in 0..<2 { #expect(try await round.post("found", json).text == #"{"found":1}"#) }
        }
    }
}

extension RoundVectors {
    fileprivate func foundSignature() throws -> [UInt8] { try list("foundSignatures")[0].member("signature").bytes() }
}
