import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import SecretBallot

/// Asks a round's relays about it when voting has ended. A relay takes up a round that anybody asks about: one to which
/// nobody handed over would otherwise never say that it sends nothing, and the seal would wait for it.
///
/// The pages of the room and the desk ask relays too, but nobody need have one open: a round can be held by the command
/// line. What a secretary can have the service ask is bounded: an address that a manifest may name, with the round's
/// path behind it; https, and this machine only where the service itself is reached there, in a trial; no redirection;
/// nobody is shown the answer, which says nothing that is not public, and no step waits for it.
struct RelayCall: Sendable {
    /// - Returns: the status of the answer.
    typealias Ask = @Sendable (_ address: String) async throws -> UInt

    /// Seconds before each attempt at a relay that did not answer the one before.
    private let pauses: [Int]
    private static let patience = TimeAmount.seconds(10)

    /// As long as the process: it follows nothing and keeps nothing.
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))

    private let ask: Ask

    init(pauses: [Int] = [0, 5, 30], _ ask: @escaping Ask = Self.status) { (self.pauses, self.ask) = (pauses, ask) }

    private static func status(of address: String) async throws -> UInt {
        try await client.execute(HTTPClientRequest(url: address), timeout: patience).status.code
    }

    /// - Parameter service: the service's own address, as browsers reach it.
    static func mayAsk(_ relay: RelayReference, from service: String) -> Bool {
        !PublicAddress.isOnThisMachine(relay.url) || PublicAddress.isOnThisMachine(service)
    }

    /// - Returns: nil where it answered that it knows the round; else why not, for a log.
    func fault(of relay: RelayReference, about roundID: RoundID) async -> String? {
        var fault: String?
        for pause in pauses {
            do {
                try await Task.sleep(for: .seconds(pause))
                let status = try await ask("\(relay.url)/rounds/\(roundID)")
                if status == 200 { return nil }
                fault = "answered \(status)"
            } catch {
                fault = "no answer (\(type(of: error)))"
            }
        }
        return fault
    }
}

extension RoundDesk {
    /// In the background: whatever becomes of it, the round goes on.
    func callRelays(of manifest: Manifest) {
        let (relays, own) = (manifest.casting?.relays ?? [], tools.installation.address)
        for relay in relays where RelayCall.mayAsk(relay, from: own) {
            Task { [tools, name] in
                guard let fault = await tools.relayCall.fault(of: relay, about: manifest.roundID) else { return }
                tools.logger.notice(
                    "a relay did not answer",
                    metadata: ["round": "\(name)", "relay": "\(relay.name)", "why": "\(fault)"])
            }
        }
    }
}
