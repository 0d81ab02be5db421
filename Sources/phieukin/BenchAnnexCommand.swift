import ArgumentParser
import Bench

/// Makes one large decision: what the benchmark measures as a process of its own.
struct BenchAnnexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: AnnexProcess.command, shouldDisplay: false)

    func run() throws { try AnnexProcess.run() }
}
