import ArgumentParser
import Client

struct AccountChangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Change an account's roles, disable it, or give it a new password.")

    @Argument(help: "The account's name.")
    var name: String

    @Option(help: "The roles it shall have instead; may be given several times.")
    var role: [StaffAccount.Role] = []

    @Flag(inversion: .prefixedEnableDisable, help: "Whether one can log in with it.")
    var login: Bool?

    @Flag(help: "Make a new password and print it once.")
    var newPassword = false

    @OptionGroup
    var own: OwnPasswordOptions

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func validate() throws {
        guard [!role.isEmpty, login != nil, newPassword].count(where: \.self) == 1 else {
            throw ValidationError("Name one change: --role, --enable-login or --disable-login, or --new-password.")
        }
    }

    func run() async throws {
        let password = newPassword ? try Password.random() : nil
        let own = try own.password()
        let account = try await service.staff().changeAccount(
            name, roles: role.isEmpty ? nil : role, isDisabled: login.map { !$0 }, password: password,
            ownPassword: own)
        Terminal.say(AccountCommand.line(account))
        if let password { Terminal.say("Password: \(password)") }
    }
}
