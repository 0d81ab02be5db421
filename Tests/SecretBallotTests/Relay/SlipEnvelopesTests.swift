import ObliviousHTTP
import StrictEncoding
import Testing

@testable import SecretBallot

/// From a device's slips to a gateway and back.
struct SlipEnvelopesTests {
    @Test func everySlipArrivesAndItsAnswerComesBackToIt() throws {
        let round = try SmallRound.shared(.two)
        let gateway = try SlipGateway(
            ObliviousGateway(identifier: 1, scalar: round.gatewayKey.scalar), of: round.manifest)
        let slips = (0..<4).map { [UInt8](repeating: UInt8($0), count: Slip.byteCount) }
        let (bundle, places) = try SlipEnvelopes(of: round.manifest).bundle(slips)
        #expect(bundle.bytes.count < 2 * 704 * 4 && Set(places.map(\.slip)) == Set(0..<4))
        for (place, entry) in places.enumerated() {
            guard case .slip(let slip, let key) = gateway.open(bundle.message(at: place)) else {
                Issue.record("message \(place) does not open")
                continue
            }
            #expect(slip == slips[entry.slip])
            let answer = SlipAnswer.receipt([UInt8](repeating: UInt8(entry.slip), count: 64))
            #expect(try SlipAnswer(parsing: entry.answer.open(key.seal(answer.encoded()))) == answer)
        }
        #expect(throws: MalformedInput.self) { try SlipEnvelopes(of: round.manifest).bundle(Array(slips.prefix(3))) }
        #expect(throws: ObliviousFault.self) { try SlipEnvelopes(of: SmallRound.shared(.one).manifest) }
    }

    @Test func whatIsNotOfTheFormIsToldSoAndJunkGetsNothingThatOpens() throws {
        let round = try SmallRound.shared(.two)
        let oblivious = try ObliviousGateway(identifier: 1, scalar: round.gatewayKey.scalar)
        let gateway = try SlipGateway(oblivious, of: round.manifest)
        let other = try EncapsulatedRequest.sealing([1, 2, 3], to: oblivious.configuration).message.bytes
        guard case .otherForm = gateway.open(other) else { throw MalformedInput(.wrongValue, at: "form") }
        for junk in [[], other.dropLast(), [2] + other.dropFirst()] as [[UInt8]] {
            guard case .unreadable = gateway.open(junk) else { throw MalformedInput(.wrongValue, at: "junk") }
        }
        #expect(try SlipGateway.filler() != SlipGateway.filler())
        #expect(try gateway.requestLimit == 4 + 1_024 * (2 + SlipExchange(of: round.manifest).messageByteCount))
    }

    /// Orders and salts are drawn: two bundles of the same slips have nothing in common.
    @Test func bundlesOfTheSameSlipsDiffer() throws {
        let envelopes = try SlipEnvelopes(of: SmallRound.shared(.two).manifest)
        let slips = (0..<4).map { [UInt8](repeating: UInt8($0), count: Slip.byteCount) }
        let orders = try (0..<60).map { _ in try envelopes.bundle(slips).places.map(\.slip) }
        // All 60 in one of 24 orders: once in 24^59.
        #expect(Set(orders).count > 5)
        #expect(try envelopes.bundle(slips).bundle.hash != envelopes.bundle(slips).bundle.hash)
    }
}
