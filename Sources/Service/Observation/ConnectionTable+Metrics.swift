import Connections

extension ConnectionTable: MetricSource {
    var metrics: [Metric] {
        let counts = counts
        return [
            Metric("phieukin_connections", .gauge, "Open connections.", [Metric.Sample(counts.open)]),
            Metric(
                "phieukin_connections_refused_total", .counter,
                "Connections refused because there were too many, of one address or at all.",
                [Metric.Sample(counts.refused)]),
            Metric(
                "phieukin_connections_displaced_total", .counter,
                "Connections let go, idle or slow, because others needed the place.",
                [Metric.Sample(counts.displaced)]),
        ]
    }
}
