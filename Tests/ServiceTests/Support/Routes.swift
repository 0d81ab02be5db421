import Connections
import Hummingbird
import Logging
import Reader
import Storage

@testable import Service

/// The routes that the service has registered.
enum Routes {
    struct Route: Hashable, CustomStringConvertible {
        let method: String

        /// As the router writes it: "/api/v1/rounds/{roundID}".
        let path: String

        /// Not a page, nor a file of one.
        var isForPrograms: Bool {
            path.hasPrefix("/api/") || ["/healthz", "/readyz", "/metrics"].contains(path)
        }

        var description: String { "\(method) \(path)" }
    }

    static func ofTheService() async throws -> [Route] {
        try await TestFolder.use { folder in
            let installation = try await Installation.open(try await TestService.configuration(of: folder))
            let lanes = Lanes(cores: 1)
            let tools = RoundTools(
                installation: installation, lanes: lanes, clock: .system, logger: Logger(label: "phieukin.test"))
            let routes = try buildRouter(
                tools, try await RoundOffice(tools), nil,
                ReaderPool(ReaderSettings(), trusting: installation.verifier), pages: WebFileSource(folder: nil),
                proxies: try Proxies()
            ).routes
            await lanes.shutDown()
            try installation.storage.close()
            return routes.map { Route(method: $0.method.rawValue, path: $0.path.description) }
        }
    }
}
