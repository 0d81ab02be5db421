import Reader
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
    private let sources: [any MetricSource]

    /// - Parameter sources: what else tells how busy it is.
    init(_ sources: [any MetricSource] = []) { self.sources = sources }

    func begin() { inFlight.wrappingAdd(1, ordering: .relaxed) }

    /// - Parameter route: the matched route, never a URI.
    func end(route: String, status: Int) {
        inFlight.wrappingSubtract(1, ordering: .relaxed)
        requests.withLock { $0[Key(route: route, status: status), default: 0] += 1 }
    }

    var text: String {
        let metrics = [answered, underWay] + sources.flatMap(\.metrics)
        return metrics.flatMap(\.lines).joined(separator: "\n") + "\n"
    }

    private var answered: Metric {
        let counts = requests.withLock { $0 }.sorted { $0.key < $1.key }
        return Metric(
            "phieukin_requests_total", .counter, "Requests answered, by matched route and status.",
            counts.map { Metric.Sample([("route", $0.key.route), ("status", String($0.key.status))], $0.value) })
    }

    private var underWay: Metric {
        Metric(
            "phieukin_requests_in_flight", .gauge, "Requests being answered.",
            [Metric.Sample(inFlight.load(ordering: .relaxed))])
    }
}

extension ReaderPool: MetricSource {
    var metrics: [Metric] {
        let counts = counts
        return [
            Metric(
                "phieukin_readers", .gauge, "Processes that read strangers' files, by what they do.",
                [Metric.Sample("state", "busy", counts.busy), Metric.Sample("state", "ready", counts.ready)]),
            Metric(
                "phieukin_readers_waiting", .gauge, "Requests that wait for one.", [Metric.Sample(counts.waiting)]),
            Metric(
                "phieukin_readers_refused_total", .counter, "Requests that waited in vain, or could not even wait.",
                [Metric.Sample(counts.refused)]),
            Metric(
                "phieukin_readers_ended_total", .counter,
                "Readers that ended over a file: killed, or by a limit of their own.",
                [Metric.Sample("how", "killed", counts.killed), Metric.Sample("how", "limit", counts.ended)]),
        ]
    }
}
