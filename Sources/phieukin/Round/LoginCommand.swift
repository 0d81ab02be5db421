import ArgumentParser
import Client

struct LoginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Log in (đăng nhập) and write a token file for the other commands.")

    @OptionGroup(title: "Server")
    var server: ServerOptions

    @Option(help: "The account's name.")
    var name: String

    @Option(help: ArgumentHelp("A file with the password; else it is asked for.", valueName: "file"))
    var passwordFile: String?

    @Option(help: ArgumentHelp("Where to write the token; only you will be able to read it.", valueName: "file"))
    var tokenFile: String

    @Option(help: "How many days the token is valid.")
    var days = 1

    func run() async throws {
        let connection = try server.connection()
        let password = try passwordFile.map(InputFile.line) ?? Terminal.password("Password of \(name)")
        let staff = try await StaffClient.login(connection, name: name, password: password)
        let token = try await staff.newToken(label: "phieukin round", days: days)
        try SecretFile.write(Array((token.token + "\n").utf8), to: tokenFile, replacing: true)
        let account = try await staff.account()
        try await staff.logout()
        let roles = account.roles.map(\.rawValue).joined(separator: ", ")
        Terminal.say("\(account.displayName) (\(roles)): token in \(tokenFile) until \(Clock.text(token.expiresAt)).")
    }
}
