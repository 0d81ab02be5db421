import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import SecretBallot

/// Where a relay will be found, and by which key: it stands in the manifest before the relay runs.
struct RelayPlace {
    let key = SigningKey()
    let port: UInt16
    let reference: RelayReference

    init() throws {
        port = try ServeProcess.freePort()
        reference = RelayReference(name: "Tỉnh", url: "http://127.0.0.1:\(port)", key: key.publicKey)
    }
}

/// `phieukin relay` as a process of its own, that can be killed and started again over what it kept.
final class RelayProcess {
    let place: RelayPlace
    private var process = Process()
    private let folder: String
    private let arguments: [String]

    /// - Parameter service: its port on loopback.
    init(at place: RelayPlace, in folder: String, service: Int, issuer: String) async throws {
        (self.place, self.folder) = (place, folder)
        arguments = [
            "relay", "--data", folder, "--service", "http://127.0.0.1:\(service)", "--issuer", issuer, "--port",
            String(place.port), "--log-level", "error",
        ]
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(place.key.scalar).write(to: URL(filePath: folder + "/relay.key"))
        try await start()
    }

    deinit {
        if process.isRunning { kill() }
    }

    private func start() async throws {
        process = Process()
        process.executableURL = try ServeProcess.executable
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<600 {
            if (try? await answers()) == 200 { return }
            guard process.isRunning else { throw ProcessFault("the relay ended before it was ready") }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw ProcessFault("the relay was not ready within half a minute")
    }

    private func answers() async throws -> UInt {
        let request = HTTPClientRequest(url: place.reference.url + "/health")
        return try await HTTPClient.shared.execute(request, timeout: .seconds(10)).status.code
    }

    /// SIGKILL.
    private func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func killAndStart() async throws {
        kill()
        try await start()
    }

    /// Whether the order of the round's mix is on the disk, and perhaps on its way.
    func hasMixed(_ roundID: RoundID) -> Bool {
        ["mix.bin", "mixed.bin"].contains {
            FileManager.default.fileExists(atPath: "\(folder)/rounds/\(roundID)/\($0)")
        }
    }
}
