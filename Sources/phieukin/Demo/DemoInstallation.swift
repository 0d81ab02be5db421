import Client
import Foundation
import Hummingbird
import Logging
import OpenSSLKit
import Relay
import SecretBallot
import Service
import ServiceLifecycle
import Synchronization

/// A fresh installation in a folder of its own, and the real service over it.
struct DemoInstallation {
    private static let issuer = "phieu.bum-to.example"
    private static let neighbour = "Đảng ủy xã Mường Tè"
    private let folder: URL
    private let configuration: ServiceConfiguration

    /// - Parameter authority: whom the service trusts to certify signers.
    init(trusting authority: Certificate) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "phieukin-demo-\(UUID().uuidString)")
        let trusted = folder.appending(path: "trusted")
        try OutputFile.folder(trusted.path(percentEncoded: false))
        try OutputFile.write(
            authority.pem(), to: trusted.appending(path: "trial-authority.pem").path(percentEncoded: false))
        var configuration = ServiceConfiguration(dataFolder: folder.appending(path: "data").path(percentEncoded: false))
        configuration.port = 0
        configuration.accountRules = .simple
        configuration.publicAddress = "https://phieu.bum-to.example"
        configuration.trustedCertificatesFolder = trusted.path(percentEncoded: false)
        self.configuration = configuration
    }

    func create(adminPassword: String) async throws {
        try await Installation.create(
            configuration, issuer: Self.issuer, adminName: "admin", adminPassword: adminPassword)
    }

    /// Runs the service, and a relay beside it, for as long as `body` runs.
    func serve(
        logger: Logger, _ body: (ServerAddress, RelayReference) async throws -> Void
    ) async throws {
        try await run({ try await buildApplication(configuration, logger: logger, onServerRunning: $0) }, logger) {
            port in
            let address = try ServerAddress("http://127.0.0.1:\(port)")
            try await serveRelay(for: address, logger: logger) { try await body(address, $0) }
        }
    }

    /// Of another body in earnest, on a machine of its own.
    private func serveRelay(
        for service: ServerAddress, logger: Logger, _ body: (RelayReference) async throws -> Void
    ) async throws {
        var configuration = RelayConfiguration(
            folder: folder.appending(path: "relay").path(percentEncoded: false), issuer: Self.issuer)
        configuration.port = 0
        let key = Mutex<VerifyingKey?>(nil)
        let build = { [configuration] (announce: @escaping @Sendable (Int) -> Void) in
            try buildRelay(configuration, service: RelayClient(Connection(to: service)), logger: logger) { port, own in
                key.withLock { $0 = own }
                announce(port)
            }
        }
        try await run(build, logger) { port in
            guard let key = key.withLock({ $0 }) else { throw Failure("demo: the relay has no key") }
            try await body(RelayReference(name: Self.neighbour, url: "http://127.0.0.1:\(port)", key: key))
        }
    }

    private func run(
        _ build: (@escaping @Sendable (Int) -> Void) async throws -> some ApplicationProtocol, _ logger: Logger,
        _ body: (Int) async throws -> Void
    ) async throws {
        let (ports, announcement) = AsyncStream.makeStream(of: Int.self)
        let application = try await build { announcement.yield($0) }
        let services = ServiceGroup(services: [application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { announcement.finish() }
                try await services.run()
            }
            var listening = ports.makeAsyncIterator()
            if let port = await listening.next() { try await body(port) }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
