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

    /// The key of the round's relay, and what it signs over.
    let relay: SigningKey
    let closing: Closing

    /// Of all voters, in the contests' order.
    let slips: [[[UInt8]]]

    /// - Parameter voters: whose slips were not sent before.
    /// - Returns: slips a second, from the request to receipts that are sealed again.
    /// - Throws: `BenchFault` where slips were lost.
    func measure(_ voters: Range<Int>) async throws -> Double {
        let envelopes = try SlipEnvelopes(of: round.manifest)
        let messages = try await Array(slips[voters]).onAllCores { slips in
            let bundle = try envelopes.bundle(slips).bundle
            return (0..<bundle.count).map(bundle.message(at:))
        }.flatMap { $0 }.shuffled()
        let requests = try stride(from: 0, to: messages.count, by: MessageList.maximum).map {
            try request(messages[$0..<min($0 + MessageList.maximum, messages.count)])
        }
        let before = try await round.slipCount
        let load = try await LoadGenerator(port: port, connections: Self.connections).send(requests)
        guard try await round.slipCount == before + messages.count else { throw BenchFault("the gateway lost slips") }
        return load.rate * Double(messages.count) / Double(requests.count)
    }

    private func request(_ messages: ArraySlice<[UInt8]>) throws -> ByteBuffer {
        let body = MessageList.encoded(messages)
        let pass = try GatewayPass(relay: 0, for: body, closing: closing, of: round.manifest, signedBy: relay)
        return HTTPRequest.post(
            "/api/v1/rounds/\(round.manifest.roundID)/gateway", bytes: body, authorization: pass.field, port: port)
    }
}
