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
