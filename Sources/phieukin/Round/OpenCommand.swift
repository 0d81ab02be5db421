import ArgumentParser
import Client
import SecretBallot

struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Audit the sealed box on this machine and, if it holds, release the board's key (mở hòm phiếu).",
        discussion: "Run it on the board member's own machine: the key leaves it only if the audit found no fault.")

    @OptionGroup
    var argument: RoundArgument

    @OptionGroup
    var file: KeyFileOption

    func run() async throws {
        let device = try file.device()
        let staff = try argument.service.staff()
        let round = try await SealedRound(staff.frozen(argument.round), from: argument.service.server.voter())
        let report = try await round.audited()
        AuditText(report).lines(inEnglish: false).forEach { Terminal.say($0) }
        try await staff.open(argument.round, with: device.share(after: report))
        Terminal.say("Opened (đã mở hòm phiếu). Next: phieukin round results \(argument.round)")
    }
}

extension SealedRound {
    /// The audit that a board member's own machine makes.
    func audited(isShown: Bool = Terminal.isWatched) async throws -> AuditReport {
        try await offEventLoops {
            let bar = ProgressBar("auditing slips", total: nil, isShown: isShown)
            defer { bar.finish() }
            return BoardDevice.audit(self, of: manifest.roundID) { bar.advance(by: $0) }
        }
    }
}
