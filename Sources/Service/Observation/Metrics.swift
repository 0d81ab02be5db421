import Synchronization

/// Counters in Prometheus' text format. They count; they know no voter, no round, no time of a slip.
final class Metrics: Sendable {
    private struct Key: Hashable, Comparable {
        let route: String
        let status: Int

        static func < (one: Key, other: Key) -> Bool { (one.route, one.status) < (other.route, other.status) }
    }

    private let requests = Mutex<[Key: Int]>([:])
    private let inFlight = Atomic<Int>(0)

    func begin() { inFlight.wrappingAdd(1, ordering: .relaxed) }

    /// - Parameter route: the matched route, never a URI.
    func end(route: String, status: Int) {
        inFlight.wrappingSubtract(1, ordering: .relaxed)
        requests.withLock { $0[Key(route: route, status: status), default: 0] += 1 }
    }

    var text: String {
        let counts = requests.withLock { $0 }.sorted { $0.key < $1.key }
        let lines = counts.map { key, count in
            "phieukin_requests_total{route=\"\(key.route)\",status=\"\(key.status)\"} \(count)"
        }
        return """
            # HELP phieukin_requests_total Requests answered, by matched route and status.
            # TYPE phieukin_requests_total counter
            \(lines.joined(separator: "\n"))
            # HELP phieukin_requests_in_flight Requests being answered.
            # TYPE phieukin_requests_in_flight gauge
            phieukin_requests_in_flight \(inFlight.load(ordering: .relaxed))

            """
    }
}
