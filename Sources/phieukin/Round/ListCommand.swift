import ArgumentParser
import Client

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rounds: name, state, year, title.")

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        for round in try await service.staff().rounds() {
            Terminal.say("\(round.round)  \(round.state.rawValue)  \(round.year)  \(round.title)")
        }
    }
}
