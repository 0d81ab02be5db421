import ArgumentParser
import Client

struct TallyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tally", abstract: "Have the service count the open boxes again (kiểm phiếu lại).")

    @OptionGroup
    var argument: RoundArgument

    func run() async throws {
        let staff = try argument.service.staff()
        let results = try await staff.tally(argument.round)
        let recount = try await Recount(of: staff.frozen(argument.round), argument.service.server.voter())
        try recount.say(results)
    }
}
