import BallotTokens
import ObliviousHTTP
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import Synchronization
import TestRounds

@testable import Relay

/// A round of two contests whose three voters have devices with tokens, and a service with a gateway.
struct DeviceWorld: Sendable {
    static let shared = Result { try DeviceWorld() }
    static let issuer = SmallTerms.issuerName

    let manifest: Manifest
    let receiptKey: SigningKey
    let relayKey = SigningKey()
    private let gateway = ObliviousGateway(identifier: 1)
    private let codes: [AccessCode]
    private let issuers: [TokenIssuer]

    init() throws {
        let small = try SmallTerms(voters: 3, criteria: Array(Criterion.four.prefix(2)))
        (codes, receiptKey) = (small.codes, small.receiptKey)
        issuers = try (0..<2).map { _ in try TokenIssuer(RSAPrivateKey.generate()) }
        var terms = small.terms
        terms.casting = Casting(
            gateway: try GatewayKey(VerifyingKey(gateway.configuration.publicKey)),
            relays: [RelayReference(name: "Huyện", url: "https://relay.example", key: relayKey.publicKey)])
        manifest = try terms.frozen(tokenKeys: issuers.map(\.key))
    }

    /// A device with slips, on its way to the relay.
    func device(_ voter: Int, atLeast: Int) throws -> VotingDevice {
        var device = try VotingDevice(manifest, code: codes[voter])
        let request = device.tokenRequest
        let batch = try TokenBatch(request.tokenRequests, for: manifest.contests)
        let responses = try zip(issuers, batch.requests).map { try $0.issue($1) }
        let issued = try request.deviceKey.map {
            try Issued.sign(request.voter, deviceKey: $0, of: manifest, with: receiptKey)
        }
        try device.finalize(responses, issued: issued)
        try device.mark([.first, .second])
        try device.prepareHandover(to: 0, atLeast: atLeast)
        return device
    }

    func service() throws -> GatewayService {
        GatewayService(manifest, try SlipGateway(gateway, of: manifest), receiptKey)
    }
}

/// A service that takes slips through its gateway and answers with receipts.
final class GatewayService: ServiceLine {
    struct State: Sendable {
        var closing: (closing: [UInt8], roll: [UInt8])?
        var slips: [[UInt8]] = []
        var statements: [RelayStatement] = []
    }

    let state = Mutex(State())
    private let manifest: Manifest
    private let gateway: SlipGateway
    private let receiptKey: SigningKey

    init(_ manifest: Manifest, _ gateway: SlipGateway, _ receiptKey: SigningKey) {
        (self.manifest, self.gateway, self.receiptKey) = (manifest, gateway, receiptKey)
    }

    func close(over devices: [VotingDevice]) throws {
        let roll = RollEntry.roll(devices.map(\.tokenRequest))
        let closing = Closing(closedAt: 1_795_000_000, rollHash: Hash.digest(roll), of: manifest.roundID)
        let document = try ClosingDocument(closing, signedBy: receiptKey).bytes
        state.withLock { $0.closing = (document, roll) }
    }

    func manifest(of roundID: RoundID) async throws -> [UInt8] { manifest.bytes }
    func stage(of roundID: RoundID) async throws -> ServiceStage {
        state.withLock { $0.closing == nil ? .open : .closing }
    }
    func closing(of roundID: RoundID) async throws -> (closing: [UInt8], roll: [UInt8])? { state.withLock(\.closing) }

    func ending(of roundID: RoundID) async throws -> ServiceEnding? { nil }

    func send(_ messages: [UInt8], _ pass: GatewayPass, of roundID: RoundID) async throws -> [UInt8] {
        let closing = try ClosingDocument(state.withLock { $0.closing?.closing ?? [] }, of: manifest).closing
        guard pass.isValid(for: messages, closing: closing, of: manifest) else { throw RelayRefusal.signature }
        return MessageList.encoded(try MessageList.parse(messages, as: "sent").map(answer))
    }

    private func answer(to message: [UInt8]) throws -> [UInt8] {
        guard case .slip(let slip, let key) = gateway.open(message) else { return try SlipGateway.filler() }
        state.withLock { $0.slips.append(slip) }
        return try key.seal(SlipAnswer.receipt(Receipt.sign(slip, of: manifest, with: receiptKey)).encoded())
    }

    func post(_ statement: RelayStatement, of roundID: RoundID) async throws {
        state.withLock { $0.statements.append(statement) }
    }
}

/// Time in which seconds are none and a week is as long as anybody waits.
struct ShortClock: RelayClock {
    let now = 1_795_000_000

    func sleep(seconds: Double) async throws {
        try await Task.sleep(for: seconds < 3_600 ? .milliseconds(1) : .seconds(seconds))
    }
}
