import ArgumentParser
import Client

struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the accounts and their roles.")

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        for account in try await service.staff().accounts() { Terminal.say(AccountCommand.line(account)) }
    }
}
