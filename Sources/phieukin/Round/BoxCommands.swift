import ArgumentParser
import Client
import SecretBallot

struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Audit the sealed box on this machine and, if it holds, release the board's key (mở hòm phiếu).",
        discussion: "Run it on the board member's own machine: the key leaves it only if the audit found no fault.")

    @OptionGroup
    var member: BoardMemberOptions

    @Option(
        help: ArgumentHelp(
            "A warning that was read and accepted: contradiction, short, overstated.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        let (device, staff) = (try member.file.device(), try member.argument.service.staff())
        let round = try await member.sealedRound()
        let report = try await round.audited()
        AuditText(report).lines(inEnglish: false).forEach { Terminal.say($0) }
        let share = try device.share(after: report)
        try await staff.open(member.argument.round, with: share, acknowledging: acknowledge)
        Terminal.say("Opened (đã mở hòm phiếu). Next: phieukin round results \(member.argument.round)")
    }
}

/// Which round, and by whose key.
struct BoardMemberOptions: ParsableArguments {
    @OptionGroup
    var argument: RoundArgument

    @OptionGroup
    var file: KeyFileOption

    /// The sealed round's documents, downloaded to this machine.
    func sealedRound() async throws -> SealedRound {
        let roundID = try await argument.service.staff().frozen(argument.round)
        return try await SealedRound(roundID, from: argument.service.server.voter())
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

struct SignMinutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-minutes",
        abstract: "Count the opened box on this machine and, if the count is the service's, sign it (ký biên bản).",
        discussion: "Run it on the board member's own machine. The minutes on paper are signed by hand besides.")

    @OptionGroup
    var member: BoardMemberOptions

    func run() async throws {
        let (device, staff) = (try member.file.device(), try member.argument.service.staff())
        let round = try await member.sealedRound()
        let report = try await round.audited()
        let tallies = try await staff.results(of: member.argument.round).tallies
        let signature = try await offEventLoops {
            try device.signMinutes(of: round, after: report, counting: tallies)
        }
        try await staff.sign(signature, of: member.argument.round)
        Terminal.say("Signed (đã ký biên bản).")
    }
}
