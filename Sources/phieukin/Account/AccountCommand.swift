import ArgumentParser
import Client

/// The accounts of the staff.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Make and change the staff's accounts (tài khoản); read what they did.",
        discussion: """
            Roles: admin (quản trị), secretary (thư ký), board (ban kiểm phiếu), signer (người ký). Log in first, as an
            administrator, with `phieukin round login`; voters need no account.
            """,
        subcommands: [
            AccountListCommand.self, AccountCreateCommand.self, AccountChangeCommand.self, AccountPasswordCommand.self,
            AccountFactorsCommand.self, AccountLiftCommand.self, AccountJournalCommand.self, AccountRecoverCommand.self,
        ])

    /// "thuky  secretary  Thư ký"
    static func line(_ account: StaffAccount) -> String {
        let roles = account.roles.map(\.rawValue).joined(separator: ",")
        return "\(account.name)  \(roles)  \(account.displayName)\(account.isDisabled ? "  (disabled)" : "")"
    }
}

struct AccountListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the accounts and their roles.")

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        for account in try await service.staff().accounts() { Terminal.say(AccountCommand.line(account)) }
    }
}
