public import ArgumentParser
public import Client

struct AccountCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an account; its first password is made here and printed once.")

    @Argument(help: "The name to log in with.")
    var name: String

    @Option(help: ArgumentHelp("The person's name (họ và tên).", valueName: "name"))
    var displayName: String

    @Option(help: "What the account may do; may be given several times.")
    var role: [StaffAccount.Role]

    @OptionGroup
    var own: OwnPasswordOptions

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        let password = try Password.random()
        let own = try own.password()
        let account = try await service.staff().createAccount(
            name, displayName: displayName, roles: role, password: password, ownPassword: own)
        Terminal.say(AccountCommand.line(account))
        Terminal.say("Password: \(password)")
        Terminal.complain("Hand it over in person; it is not shown again. Change it: phieukin account password")
    }
}

extension StaffAccount.Role: ExpressibleByArgument {}
