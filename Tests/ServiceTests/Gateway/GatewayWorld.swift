import BallotTokens
import ObliviousHTTP
import OpenSSLKit
import SecretBallot
import Storage
import StrictEncoding
import TestRounds

@testable import Service

/// A live round of two units, two voters and a gateway, without a server around it.
struct GatewayWorld: Sendable {
    let live: LiveRound
    let manifest: Manifest
    let codes: [AccessCode]

    /// - Parameter state: in which the round is.
    static func run(
        _ state: Stage = .voting, withGateway: Bool = true, _ body: (GatewayWorld) async throws -> Void
    ) async throws {
        try await TestFolder.use { folder in
            let installation = try await Installation.open(try await TestService.configuration(of: folder))
            let lanes = Lanes(cores: 2)
            try await body(GatewayWorld(installation.storage, lanes, state, withGateway: withGateway))
            await lanes.shutDown()
            try installation.storage.close()
        }
    }

    private init(
        _ storage: any BallotStorage, _ lanes: Lanes, _ state: Stage, withGateway: Bool
    ) async throws {
        let (gateway, tokenKeys) = (ObliviousGateway(identifier: 1), try RoundVectors().tokenKeys())
        let small = try SmallTerms(voters: 2, units: 2)
        var terms = small.terms
        if withGateway {
            terms.casting = Casting(
                gateway: try GatewayKey(VerifyingKey(gateway.configuration.publicKey)), relays: [])
        }
        manifest = try terms.frozen(tokenKeys: tokenKeys.map { try TokenKey(RSAPrivateKey(pkcs8: $0).publicKey) })
        let spool = try await storage.createSpool(
            of: manifest.roundID.bytes, tokenKeys: tokenKeys, gatewayKey: SecretBytes(copying: gateway.scalar))
        live = try await LiveRound(
            manifest, spool: spool, state: state, marks: ["uv-0": .present, "uv-1": .present],
            receiptKey: small.receiptKey,
            lanes: lanes)
        codes = small.codes
    }

    /// The slips of a voter's device, in the contests' order.
    func slips(of voter: Int) async throws -> [[UInt8]] {
        var device = try VotingDevice(manifest, code: codes[voter])
        try device.finalize(try await live.issue(device.tokenRequest))
        try device.mark([Choice](repeating: .first, count: manifest.contests.count))
        return device.slips
    }

    /// As when voting has closed, and a relay was let in.
    func cast(relayed messages: [[UInt8]]) async throws -> [[UInt8]] {
        live.rollCall.state = .closing
        return try await live.cast(relayed: messages)
    }

    /// A message to the round's gateway, and what opens its answer.
    func sealed(_ request: [UInt8]) throws -> (message: [UInt8], answer: ResponseKey) {
        let gateway = try KeyConfiguration(parsing: manifest.casting?.gateway.configuration ?? [])
        let sealed = try EncapsulatedRequest.sealing(request, to: gateway)
        return (sealed.message.bytes, sealed.response)
    }

    func sealed(slip: [UInt8]) throws -> (message: [UInt8], answer: ResponseKey) {
        try sealed(SlipExchange(of: manifest).request(slip))
    }
}
