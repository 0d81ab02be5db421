import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

@Suite struct SlipTests {
    let round: SmallRound
    let check: SlipCheck

    init() throws {
        round = try SmallRound.shared.get()
        check = try SlipCheck(round.manifest)
    }

    private func slips(_ choices: [Choice]) throws -> [[UInt8]] {
        var device = try round.device(0)
        try device.mark(choices)
        return device.slips
    }

    @Test func theOtherSIsTheOrderLessS() throws {
        var random = SeededRandom()
        let one = [UInt8](repeating: 0, count: 31) + [1]
        let scalars = try [one, P256Scalar(one).negated().bytes.unwipedCopy] + (0..<200).map { _ in random.bytes(32) }
        for bytes in scalars {
            guard let scalar = try? P256Scalar(bytes) else { continue }
            let signature = random.bytes(32) + bytes
            let other = try signature[..<32] + scalar.negated().bytes.unwipedCopy
            let isLow = LowS.holds(for: signature)
            #expect(isLow != LowS.holds(for: Array(other)), "\(random)")
            #expect(LowS.normalised(signature) == (isLow ? signature : Array(other)), "\(random)")
        }
    }

    @Test func whatIsMarkedIsCounted() throws {
        let choices: [Choice] = [.first, .second, .blank, .first]
        let opener = try SlipOpener(round.boardKey.scalar, of: round.manifest)
        for (bytes, choice) in zip(try slips(choices), choices) {
            let slip = try check.checked(bytes)
            #expect(slip.bytes == bytes)
            #expect(opener.choice(of: slip) == choice)
        }
    }

    @Test func noBitCanChange() throws {
        let slip = try slips([.first, .first, .first, .first])[1]
        var random = SeededRandom()
        for byte in slip.indices {
            var changed = slip
            changed[byte] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(throws: SlipFault.self, "byte \(byte), \(random)") { try check.checked(changed) }
        }
    }

    @Test func everyOtherLengthIsRefused() throws {
        let slip = try slips([.first, .first, .first, .first])[0]
        for count in [0, 1, 2, 472] {
            #expect(throws: SlipFault.length) { try check.checked(Array(slip.prefix(count))) }
        }
        #expect(throws: SlipFault.length) { try check.checked(slip + [0]) }
    }

    @Test func bothSignaturesOfAMessageAreTold() throws {
        let slip = try slips([.first, .first, .first, .first])[0]
        let s = try P256Scalar(Array(slip[441...]))
        let mirrored = try Array(slip[..<441]) + s.negated().bytes.unwipedCopy
        #expect(throws: SlipFault.signature) { try check.checked(mirrored) }
    }

    @Test func twoSlipsOfOneTokenHaveOneName() throws {
        let device = try round.device(0)
        var (one, other) = (device, device)
        try one.mark([.first, .first, .first, .first])
        try other.mark([.second, .second, .second, .second])
        for (first, second) in zip(one.slips, other.slips) {
            #expect(first != second)
            #expect(try check.checked(first).id == check.checked(second).id)
        }
    }

    @Test func aSlipOfAnotherRoundIsRefused() throws {
        let vectors = try RoundVectors.shared.get()
        let other = try SlipCheck(vectors.manifest)
        for slip in try slips([.first, .first, .first, .first]) {
            #expect(throws: SlipFault.token) { try other.checked(slip) }
        }
    }

    @Test func anotherBoardsKeyDoesNotOpen() {
        #expect(throws: OpeningFault.notTheBoardsKey) { try SlipOpener(SigningKey().scalar, of: round.manifest) }
        #expect(throws: OpeningFault.notTheBoardsKey) {
            try SlipOpener([UInt8](repeating: 0, count: 32), of: round.manifest)
        }
    }

    @Test func randomBytesAreNeverASlip() {
        var random = SeededRandom()
        for _ in 0..<500 {
            var bytes = (0..<Slip.byteCount).map { _ in UInt8.random(in: 0...255, using: &random) }
            bytes[0] = 0
            bytes[1] = 1
            #expect(throws: SlipFault.self, "\(random)") { try check.checked(bytes) }
        }
    }
}
