import ArgumentParser
import Client
import SecretBallot

struct FreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze",
        abstract: "Freeze the round (chốt đợt bỏ phiếu): make its token keys and fix its manifest.",
        discussion: """
            Nothing of the round can change afterwards. Refused while units are left out: acknowledge by name. A minute or
            more, by the number of units.
            """)

    @OptionGroup
    var argument: RoundArgument

    @Option(help: ArgumentHelp("A warning that was read and accepted: units-left-out.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        let staff = try argument.service.staff()
        var bar: ProgressBar?
        let roundID = try await staff.freeze(
            argument.round, acknowledging: acknowledge, every: .milliseconds(300)
        ) { progress in
            bar = bar ?? ProgressBar("freezing", total: progress.total)
            bar?.move(to: progress.done)
        }
        bar?.finish()
        let code = try await offEventLoops { try RoundCode(of: roundID) }
        Terminal.say("roundID: \(roundID)")
        Terminal.say("Round code (mã đợt), the same on every device: \(code)")
    }
}
