import ArgumentParser
import Client

struct ResultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "Print the results (kết quả kiểm phiếu) of an opened round as a table.",
        discussion: "The rules are applied here, to the service's count; another result of the service's is an error.")

    @OptionGroup
    var argument: RoundArgument

    func run() async throws {
        let staff = try argument.service.staff()
        let results = try await staff.results(of: argument.round)
        let recount = try await Recount(of: staff.frozen(argument.round), argument.service.server.voter())
        try recount.say(results)
    }
}

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
