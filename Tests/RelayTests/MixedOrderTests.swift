import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Relay

@Suite struct MixedOrderTests {
    private func order() throws -> MixedOrder {
        var round = RelayRound()
        var roll: RelayRound.Roll = [:]
        for number in 0..<3 {
            let member = try MixWorld.shared.get().member(number)
            try round.take(member.handover(atLeast: 1))
            roll[member.voter] = member.key.publicKey
        }
        return try #require(round.mix(on: roll, closing: [1, 2, 3], using: &SystemRandom.shared))
    }

    @Test func comesBackAsItWent() throws {
        let order = try order()
        #expect(try MixedOrder(order.encoded) == order)
        let none = MixedOrder(closing: [], voters: 0, marks: [], messages: [])
        #expect(try MixedOrder(none.encoded) == none)
    }

    @Test func damageIsRefusedOrSeen() throws {
        let order = try order()
        let bytes = order.encoded
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: MalformedInput.self) { try MixedOrder(Array(bytes[..<count])) }
        }
        #expect(throws: MalformedInput.self) { try MixedOrder(bytes + [0]) }
        var mutator = Mutator(seed: 11)
        for _ in 0..<500 {
            if let other = try? MixedOrder(mutator.mutate(bytes)) { #expect(other != order) }
        }
    }

    /// Neither who handed over nor in which bundle a slip lay: only what the gateway sees too, and marks that are no
    /// bundle's name.
    @Test func nothingOfVotersIsWrittenDown() throws {
        let bytes = try order().encoded
        for number in 0..<3 {
            let member = try MixWorld.shared.get().member(number)
            for secret in [
                Array(member.voter.utf8), member.key.publicKey.bytes, member.bundle.hash, member.issued,
                Array(member.bundle.bytes.prefix(32)),
            ] { #expect(!bytes.contains(secret)) }
        }
    }

    @Test func requestsHaveAtMostSoManyMessages() {
        for (count, parts) in [(0, []), (1, [1]), (1_024, [1_024]), (1_025, [1_024, 1]), (2_049, [1_024, 1_024, 1])] {
            let order = MixedOrder(
                closing: [], voters: 1, marks: [], messages: Array(repeating: [7], count: count))
            #expect(order.parts.map(\.count) == parts)
            #expect(order.parts.flatMap { Array($0) } == Array(0..<count))
        }
    }
}

extension [UInt8] {
    fileprivate func contains(_ part: [UInt8]) -> Bool {
        guard count >= part.count, let first = part.first else { return false }
        return indices.dropLast(part.count - 1).contains { self[$0] == first && self[$0...].starts(with: part) }
    }
}
