import ServiceLifecycle
import Storage

/// Closes the installation when the service has answered what was in flight.
struct InstallationService: Service {
    let installation: Installation
    let office: RoundOffice
    let lanes: Lanes

    func run() async throws {
        // Services stop in reverse order, so that the server has finished by the time this one is told.
        try? await gracefulShutdown()
        await lanes.shutDown()
        try await office.shutDown()
        try installation.storage.close()
    }
}

extension InstallationService: CustomStringConvertible {
    /// What it holds is nothing for a log.
    var description: String { "installation" }
}
