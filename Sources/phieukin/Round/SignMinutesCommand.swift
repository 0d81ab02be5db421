import ArgumentParser
import Client
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
        let device = try file.device()
        let staff = try argument.service.staff()
        let round = try await SealedRound(staff.frozen(argument.round), from: argument.service.server.voter())
        let report = try await round.audited()
        let tallies = try await staff.results(of: argument.round).tallies
        let signature = try await offEventLoops {
            try device.signMinutes(of: round, after: report, counting: tallies)
        }
        try await staff.sign(signature, of: argument.round)
        Terminal.say("Signed (đã ký biên bản).")
    }
}
