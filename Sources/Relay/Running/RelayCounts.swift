/// What a relay's operator sees of it: numbers alone.
struct RelayCounts: Sendable, Hashable {
    /// Under way.
    var rounds = 0

    /// Of bundles in memory.
    var bytes = 0

    /// Handed over since the start, repetitions too.
    var taken = 0
    var refused = 0
}

extension RelayCounts {
    /// In Prometheus' format: numbers, of no round and no voter.
    var text: String {
        [
            ("phieukin_relay_rounds", "gauge", rounds), ("phieukin_relay_bundle_bytes", "gauge", bytes),
            ("phieukin_relay_taken_total", "counter", taken), ("phieukin_relay_refused_total", "counter", refused),
        ].map { "# TYPE \($0) \($1)\n\($0) \($2)\n" }.joined()
    }
}
