import Client
import Foundation
import Hummingbird
import Logging
import OpenSSLKit
import Service
import ServiceLifecycle

/// A fresh installation in a folder of its own, and the real service over it.
struct DemoInstallation {
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
            configuration, issuer: "phieu.bum-to.example", adminName: "admin", adminPassword: adminPassword)
    }

    /// Runs the service for as long as `body` runs.
    func serve(logger: Logger, _ body: (ServerAddress) async throws -> Void) async throws {
        let (ports, announcement) = AsyncStream.makeStream(of: Int.self)
        let application = try await buildApplication(configuration, logger: logger) { announcement.yield($0) }
        let services = ServiceGroup(services: [application], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { announcement.finish() }
                try await services.run()
            }
            var listening = ports.makeAsyncIterator()
            if let port = await listening.next() { try await body(ServerAddress("http://127.0.0.1:\(port)")) }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
