import Connections

/// What a relay's operator sees of it: numbers alone.
struct RelayCounts: Sendable, Hashable {
    /// Under way.
    var rounds = 0

    /// Of bundles in memory.
    var bytes = 0

    /// Handed over since the start, repetitions too.
    var taken = 0
    var refused = 0

    /// Of the rounds that are known: bundles that prove that the service issued one voter's tokens to several devices, and
    /// bundles with its word that are not on its roll. Both are its misconduct.
    var contested = 0
    var offRoll = 0
}

extension RelayCounts {
    /// In Prometheus' format: numbers, of no round and no voter.
    var text: String {
        lines([
            ("phieukin_relay_rounds", "gauge", rounds), ("phieukin_relay_bundle_bytes", "gauge", bytes),
            ("phieukin_relay_taken_total", "counter", taken), ("phieukin_relay_refused_total", "counter", refused),
            ("phieukin_relay_contested", "gauge", contested), ("phieukin_relay_off_roll", "gauge", offRoll),
        ])
    }
}

extension ConnectionTable.Counts {
    /// In the same format.
    var text: String {
        lines([
            ("phieukin_relay_connections", "gauge", open),
            ("phieukin_relay_connections_refused_total", "counter", refused),
            ("phieukin_relay_connections_displaced_total", "counter", displaced),
        ])
    }
}

private func lines(_ metrics: [(name: String, type: String, value: Int)]) -> String {
    metrics.map { "# TYPE \($0.name) \($0.type)\n\($0.name) \($0.value)\n" }.joined()
}
