/// A decision on many units, made by a process of its own.
public struct AnnexProcess: Sendable {
    /// As many units as a decision may have.
    private static let units = 2_000

    /// The hidden command that makes it.
    public static let command = "bench-annex"

    let executable: String

    /// What the command does.
    /// - Throws: whatever keeps the decision from being made.
    public static func run() throws {
        guard try !SyntheticDecisions(units: units).annex().isEmpty else { throw BenchFault("an empty decision") }
    }

    /// - Returns: seconds from its start to its end, and MiB resident at its highest.
    func measure() async throws -> (seconds: Double, peakMiB: Double) {
        let began = ProcessorTime.now
        let annex = try ChildProcess([executable, Self.command])
        var peak = 0.0
        while annex.isRunning {
            peak = max(peak, annex.memory("VmHWM") ?? 0)
            try await Task.sleep(for: .milliseconds(5))
        }
        let seconds = ProcessorTime.now - began
        try annex.finish()
        return (seconds, peak)
    }
}

/// `phieukin audit` over a record, as a process of its own.
struct AuditProcess {
    let executable: String

    /// - Returns: MiB resident at its highest.
    /// - Throws: `BenchFault` if the record does not hold.
    func peakMemory(auditing record: String) async throws -> Double {
        let audit = try ChildProcess([executable, "audit", record])
        var peak = 0.0
        while audit.isRunning {
            peak = max(peak, audit.memory("VmHWM") ?? 0)
            try await Task.sleep(for: .milliseconds(5))
        }
        try audit.finish()
        return peak
    }
}
