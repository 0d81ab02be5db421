import ArgumentParser
import Client
import Recognition
import SecretBallot

struct SignMinutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-minutes",
        abstract: "Count the opened box on this machine and, if the count is the service's, sign it (ký biên bản).",
        discussion: "Run it on the board member's own machine. The minutes on paper are signed by hand besides.")

    @OptionGroup
    var argument: RoundArgument

    @OptionGroup
    var file: KeyFileOption

    func run() async throws {
        let key = try file.key()
        let staff = try argument.service.staff()
        let round = try await SealedRound(staff.frozen(argument.round), from: argument.service.server.voter())
        let report = try await OpenCommand.audit(round)
        let signature = try await Self.signature(
            of: key, in: round, after: report, for: staff.results(of: argument.round).tallies)
        try await staff.sign(signature, of: argument.round)
        Terminal.say("Signed (đã ký biên bản).")
    }

    /// The signature, if the count made here is the service's.
    /// - Throws: `Failure` if it is not.
    static func signature(
        of key: BoardKeyFile, in round: SealedRound, after report: AuditReport, for tallies: [ContestTally]
    ) async throws -> MinutesSignature {
        let share = try OpenCommand.share(of: key, in: round, after: report)
        guard let seal = report.seal, try await count(round, opened: share, of: seal) == tallies else {
            throw Failure(
                "the count made here is not the service's: nothing is signed",
                hint: "note it in the minutes and certify nothing", code: Failure.doesNotHold)
        }
        return try MinutesSignature(member: share.member, counting: tallies, of: seal, signedBy: key.signing)
    }

    private static func count(
        _ round: SealedRound, opened share: BoardShare, of seal: Seal
    ) async throws -> [ContestTally] {
        let opening = try Opening([share], for: seal, of: round.manifest)
        return try await offEventLoops {
            Audit.run(round.opened(by: opening), expecting: round.manifest.roundID, through: .opened).tallies
        }
    }
}
