import ServiceLifecycle
import Storage

/// Closes the installation when the service has answered what was in flight.
struct InstallationService: Service {
    let installation: Installation
    let office: RoundOffice
    let pool: BlockingPool

    func run() async throws {
        // Services stop in reverse order, so that the server has finished by the time this one is told.
        try? await gracefulShutdown()
        try await office.shutDown()
        try await pool.shutDown()
        try installation.folder.close()
    }
}

extension InstallationService: CustomStringConvertible {
    /// What it holds is nothing for a log.
    var description: String { "installation" }
}
