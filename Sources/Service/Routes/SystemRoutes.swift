import Hummingbird
import NIOCore

/// For whoever runs the machine: alive, ready, how busy.
struct SystemRoutes {
    let metrics: Metrics
    let isReady: @Sendable () async -> Bool

    func add(to router: Router<ServiceContext>) {
        router.get("healthz") { _, _ in Response.bytes(Array("ok\n".utf8), type: "text/plain; charset=utf-8") }
        router.get("readyz") { [isReady] _, _ in
            guard await isReady() else { throw Problem(.unavailable) }
            return Response.bytes(Array("ready\n".utf8), type: "text/plain; charset=utf-8")
        }
        router.get("metrics") { [metrics] _, _ in
            Response.bytes(Array(metrics.text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }
}
