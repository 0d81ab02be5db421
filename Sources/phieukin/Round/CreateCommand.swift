import ArgumentParser
import Client

struct CreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a draft round from a file such as Examples/xa-bum-to/round.json.")

    @Argument(help: ArgumentHelp("The round's plan (JSON).", valueName: "file"))
    var plan: String

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        let plan = try RoundPlan(parsing: InputFile.read(plan))
        let summary = try await service.staff().createRound(plan.draft)
        Terminal.say(summary.round)
        Terminal.complain("Created “\(summary.title)”. Next: phieukin round units \(summary.round) FILE.csv")
    }
}
