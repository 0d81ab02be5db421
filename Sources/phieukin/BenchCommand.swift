import ArgumentParser
import Bench
import Foundation

/// Measures the speed and the size of this very program, on this machine.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure speed and size, beside `openssl speed` on the same cores.",
        discussion: """
            Takes about five minutes, loads nothing but the loopback, and removes what it made. Needs the openssl
            command. Each figure is the median of several measurements; ± is half of what lay between the extremes.
            What other processes take of the cores meanwhile is subtracted, but a machine at rest tells more.
            """)

    @Option(help: ArgumentHelp("Write the figures to this file too, with every sample.", valueName: "file"))
    var json: String?

    @Flag(help: "Measure little: to see that it works.")
    var quick = false

    func run() async throws {
        #if DEBUG
            Terminal.complain("warning: this is a debug build; its figures say nothing: use make bench")
        #endif
        let folder = FileManager.default.temporaryDirectory.appending(path: "phieukin-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let benchmark = Benchmark(quick ? .quick : Scale(), executable: executable, folder: folder) {
            Terminal.complain("bench: \($0)")
        }
        let report = try await benchmark.run()
        if let json { try report.json().write(to: URL(filePath: json)) }
        Terminal.write(report.table, to: .standardOutput)
    }
}

/// Makes one large decision: what the benchmark measures as a process of its own.
struct BenchAnnexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: AnnexProcess.command, shouldDisplay: false)

    func run() throws { try AnnexProcess.run() }
}
