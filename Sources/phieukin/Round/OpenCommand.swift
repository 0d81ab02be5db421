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
        let key = try file.key()
        let staff = try argument.service.staff()
        let roundID = try await staff.frozen(argument.round)
        let round = try await SealedRound(roundID, from: argument.service.server.voter())
        let report = try await Self.audit(round)
        AuditText(report).lines(inEnglish: false).forEach { Terminal.say($0) }
        let share = try Self.share(of: key, in: round, after: report)
        try await staff.open(argument.round, with: share)
        Terminal.say("Opened (đã mở hòm phiếu). Next: phieukin round results \(argument.round)")
    }

    /// The audit that a member's own machine makes.
    static func audit(_ round: SealedRound, isShown: Bool = Terminal.isWatched) async throws -> AuditReport {
        try await offEventLoops {
            let bar = ProgressBar("auditing slips", total: nil, isShown: isShown)
            defer { bar.finish() }
            return Audit.run(round, expecting: round.manifest.roundID, through: .sealed) { bar.advance(by: $0) }
        }
    }

    /// The share, if the audit holds.
    /// - Throws: `Failure` if it does not.
    static func share(of key: BoardKeyFile, in round: SealedRound, after report: AuditReport) throws -> BoardShare {
        guard report.holds, let seal = report.seal else {
            throw Failure(
                "the sealed round does not hold: the key stays here", hint: "keep the list of faults for the minutes",
                code: Failure.doesNotHold)
        }
        let member = try key.member(of: round.manifest)
        return try BoardShare(member: member, share: key.opening.scalar, for: seal, signedBy: key.signing)
    }
}
