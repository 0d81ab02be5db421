import Foundation
import NIOCore
import SecretBallot
import StrictEncoding

/// `phieukin relay` beside the service, as a process of its own.
final class RelayProcess {
    private static let connections = 8

    private let process: ChildProcess
    private let port: Int

    /// As manifests name it.
    let reference: RelayReference

    /// Starts it with a fresh key.
    /// - Parameter service: its port on the loopback.
    /// - Throws: `BenchFault` if it does not come up.
    init(_ executable: String, in folder: String, service: Int) async throws {
        let key = SigningKey()
        port = try await Loopback.freePort()
        reference = RelayReference(name: "Bench", url: "http://127.0.0.1:\(port)", key: key.publicKey)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(key.scalar).write(to: URL(filePath: folder + "/relay.key"))
        process = try ChildProcess([
            executable, "relay", "--data", folder, "--service", "http://127.0.0.1:\(service)", "--issuer",
            SyntheticRound.logName, "--port", "\(port)", "--log-level", "error",
        ])
        try await Loopback.waitUntilReady(process, port: port, path: "/health")
    }

    func stop() { process.stop() }

    deinit { stop() }

    /// What taking so many ballots costs it.
    struct Outcome {
        /// A second of its processor's time.
        let slips: Double

        /// Of memory that each slip held takes.
        let bytes: Double
    }

    /// Hands over the ballots of these voters.
    /// - Throws: `BenchFault` for any answer but 202.
    func measure(_ handovers: [Handover], of manifest: Manifest) async throws -> Outcome {
        let path = "/rounds/\(manifest.roundID)"
        let generator = LoadGenerator(port: port, connections: Self.connections)
        // It asks the service for the manifest, once.
        try await generator.send([HTTPRequest.get(path, port: port)])
        let requests = handovers.map { HTTPRequest.post("\(path)/bundles", $0.json, port: port) }
        let (time, memory) = (process.processorTime ?? 0, process.memory("VmRSS") ?? 0)
        try await generator.send(requests, expecting: 202)
        guard let after = process.processorTime, let grown = process.memory("VmRSS") else {
            throw BenchFault("the relay ended")
        }
        let count = Double(handovers.reduce(0) { $0 + $1.bundle.count })
        return Outcome(slips: count / max(after - time, 0.01), bytes: (grown - memory) * 1_048_576 / count)
    }
}
