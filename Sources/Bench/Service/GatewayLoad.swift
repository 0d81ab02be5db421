import NIOCore
import SecretBallot
import StrictEncoding

/// What a relay asks of the service, measured: the slips of many voters in requests of as many as one may have.
///
/// The encapsulating is done before, as members' devices do it.
struct GatewayLoad: Sendable {
    /// Relays send one request after the other; with two of them no core waits for the disk.
    private static let connections = 2

    let round: LoopbackRound
    let port: Int

    /// - Parameter slips: of one voter each, in the contests' order.
    /// - Returns: slips a second, from the request to receipts that are sealed again.
    /// - Throws: `BenchFault` where slips were lost.
    func measure(_ slips: [[[UInt8]]]) async throws -> Double {
        let envelopes = try SlipEnvelopes(of: round.manifest)
        let messages = try await slips.onAllCores { slips in
            let bundle = try envelopes.bundle(slips).bundle
            return (0..<bundle.count).map(bundle.message(at:))
        }.flatMap { $0 }.shuffled()
        let requests = stride(from: 0, to: messages.count, by: MessageList.maximum).map {
            HTTPRequest.post(
                "/api/v1/rounds/\(round.manifest.roundID)/gateway",
                bytes: MessageList.encoded(messages[$0..<min($0 + MessageList.maximum, messages.count)]), port: port)
        }
        let before = try await round.slipCount
        let load = try await LoadGenerator(port: port, connections: Self.connections).send(requests)
        guard try await round.slipCount == before + messages.count else { throw BenchFault("the gateway lost slips") }
        return load.rate * Double(messages.count) / Double(requests.count)
    }
}
