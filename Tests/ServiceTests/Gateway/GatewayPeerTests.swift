import ObliviousHTTP
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// A client that shares nothing with ours casts through the gateway.
@Suite struct GatewayPeerTests {
    @Test func itsSlipsAreTakenAndItOpensItsReceipts() async throws {
        let peer = try ObliviousPeer()
        try await GatewayWorld.run { world in
            let slips = try await world.slips(of: 0).prefix(2)
            let configuration = try #require(world.manifest.casting).gateway.configuration
            let sealed = try slips.map { slip in
                try peer.seal(
                    peer.post(
                        slip, to: "/api/v1/rounds/\(world.manifest.roundID)/slips", of: world.manifest.issuerName),
                    to: configuration)
            }
            let answers = try await world.cast(relayed: sealed.map(\.message))
            for (answer, (slip, sealed)) in zip(answers, zip(slips, sealed)) {
                let inner = try peer.open(answer, by: sealed.key)
                guard case .receipt(let receipt) = try SlipAnswer(parsing: inner) else { throw Problem(.internal) }
                #expect(Receipt.isValid(receipt, for: slip, of: world.manifest))
            }
        }
    }

    /// Over HTTP, to a running service.
    @Test func aRunningGatewayAnswersIt() async throws {
        let (peer, key) = (try ObliviousPeer(), SigningKey())
        let relay = RelayReference(name: "Trạm", url: "https://tram.example", key: key.publicKey)
        try await PreparedRound.run(.voting, voters: 1, relays: [relay]) { round in
            let path = "/api/v1/rounds/\(round.roundID)"
            let slip = [UInt8](repeating: 7, count: 473)
            let sealed = try peer.seal(
                peer.post(slip, to: path + "/slips", of: round.manifest.issuerName),
                to: PreparedRound.gateway.configuration.bytes)
            let answer = try await round.gateway(
                MessageList.encoded([sealed.message]), by: key, over: round.closed(), at: 0)
            #expect(answer.status == 200)
            let list = try MessageList.parse(answer.body, as: "answer")
            #expect(list.map(\.count) == [SlipAnswer.messageByteCount])
            guard case .problem(let status, let body) = try SlipAnswer(parsing: peer.open(list[0], by: sealed.key))
            else {
                throw Problem(.internal)
            }
            #expect(status == 422 && String(decoding: body, as: UTF8.self).contains("slip-version"))
        }
    }
}
