import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// What may come in where a slip should.
@Suite struct SlipInputTests {
    @Test func whatIsNoSlipIsRefused() async throws {
        try await PreparedRound.run { round in
            let slip = try await Self.slips(of: 0, round)[0]
            let json: JSONValue = ["slip": .bytes(slip)]
            func text(_ text: String) -> [UInt8] { JSONValue.object([.init("slip", .string(text))]).encoded() }
            let encoded = Base64URL.encode(slip)
            try await round.expectRefused(
                [
                    ("empty", [], "malformed-json"),
                    ("truncated", Array(json.encoded().dropLast(9)), "malformed-json"),
                    ("member twice", json.adding("slip", .bytes(slip)).encoded(), "malformed-json"),
                    ("another member", json.adding("voter", "uv-1").encoded(), "malformed-request"),
                    ("a number", JSONValue.object([.init("slip", 1)]).encoded(), "malformed-request"),
                    ("not base64url", text("*" + encoded.dropFirst()), "malformed-request"),
                    ("base64's alphabet", text("+" + encoded.dropFirst()), "malformed-request"),
                    ("padding", text(encoded + "="), "malformed-request"),
                    ("a line feed", text(encoded + "\n"), "malformed-request"),
                    ("stray bits", text(String(encoded.dropLast()) + "B"), "malformed-request"),
                    ("oversized", text(String(repeating: "A", count: 4_000)), "too-large"),
                ], at: "slips")
        }
    }

    @Test func aDamagedSlipIsRefusedByItsFirstFault() async throws {
        try await PreparedRound.run { round in
            let slip = try await Self.slips(of: 0, round)[0]
            func flipping(_ place: Int) -> [UInt8] { slip.replacing(place, with: slip[place] ^ 1) }
            let foreign = try RoundVectors().slips()[0].member("slip").bytes()
            let (zeros, ones) = ([UInt8](repeating: 0, count: 64), [UInt8](repeating: 0xFF, count: 256))
            let damaged: [(String, [UInt8], String)] = [
                ("a byte short", Array(slip.dropLast()), "slip-length"),
                ("a byte long", slip + [0], "slip-length"),
                ("nothing", [], "slip-length"),
                ("version", flipping(1), "slip-version"),
                ("contest beyond the last", slip.replacing(5, with: 8), "slip-contest"),
                ("contest far beyond", slip.replacing(2, with: 0xFF), "slip-contest"),
                ("another contest", slip.replacing(5, with: 1), "slip-token"),
                ("point's form", slip.replacing(6, with: 6), "slip-point"),
                ("off the curve", flipping(70), "slip-point"),
                ("encapsulated key off the curve", flipping(391), "slip-point"),
                ("token", flipping(71), "slip-token"),
                ("token above the modulus", slip[..<71] + ones + slip[327...], "slip-token"),
                // The vectors' round has the same token keys: only the challenge tells the rounds apart.
                ("another round's", foreign.replacing(1, with: 2), "slip-token"),
                ("another version's", foreign, "slip-version"),
                ("ciphertext", flipping(400), "slip-signature"),
                ("signature", flipping(472), "slip-signature"),
                ("no signature", slip[..<409] + zeros, "slip-signature"),
            ]
            try await round.expectRefused(
                damaged.map { ($0.0, JSONValue.object([.init("slip", .bytes($0.1))]).encoded(), $0.2) }, at: "slips")
            let codes = Set(damaged.map(\.2))
            for fault in SlipFault.allCases { #expect(codes.contains("slip-\(fault.rawValue)")) }
        }
    }

    @Test func theFirstSlipOfATokenStands() async throws {
        try await PreparedRound.run { round in
            let device = try await round.device(0)
            var (first, second) = (device, device)
            try first.mark([Choice](repeating: .first, count: 8))
            try second.mark([Choice](repeating: .second, count: 8))
            #expect(try await round.cast(first.slips[2]).status == 200)
            let body: JSONValue = ["slip": .bytes(second.slips[2])]
            try await round.expectRefused([("a second", body.encoded(), "slip-differs")], at: "slips")
            let again = try await round.cast(first.slips[2])
            try first.keep(receipt: again.member("receipt").bytes(), forContest: 2)
            #expect(try await round.service.voter.status(of: round.roundID).turnout?.slips == 1)
        }
    }

    @Test func slipsAreTakenOnlyWhileVotingIsOpen() async throws {
        try await PreparedRound.run(.issuing) { round in
            let slip = try await Self.slips(of: 0, round)[0]
            #expect(try await round.cast(slip).state == "issuing")
            try await round.secretary.vote(round.name)
            #expect(try await round.cast(slip).status == 200)
            _ = try await round.seal([])
            let late = try await round.cast(slip)
            #expect(late.code == "wrong-state" && late.state == "sealed")
        }
    }

    @Test func afterACancellationNothingIsTaken() async throws {
        try await PreparedRound.run { round in
            let slips = try await Self.slips(of: 0, round)
            #expect(try await round.cast(slips[0]).status == 200)
            try await round.reach(.cancelled)
            for slip in slips { #expect(try await round.cast(slip).state == "cancelled") }
            #expect(try await round.service.call("GET", round.voterPath + "/boxes").state == "cancelled")
        }
    }

    static func slips(of voter: Int, _ round: TestRound) async throws -> [[UInt8]] {
        var device = try await round.device(voter)
        try device.mark([Choice](repeating: .first, count: 8))
        return device.slips
    }
}
