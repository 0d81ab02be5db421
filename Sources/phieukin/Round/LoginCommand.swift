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

    @Option(
        help: ArgumentHelp(
            "A code of the authenticator app, or a recovery code, where the account has a second factor; else it is "
                + "asked for.",
            valueName: "code"))
    var code: String?

    @Option(help: ArgumentHelp("A file with a new password, where the first one has to be changed.", valueName: "file"))
    var newPasswordFile: String?

    @Option(help: ArgumentHelp("Where to write the token; only you will be able to read it.", valueName: "file"))
    var tokenFile: String

    @Option(help: "How many days the token is valid.")
    var days = 1

    func run() async throws {
        let connection = try server.connection()
        var password = try passwordFile.map(InputFile.line) ?? Terminal.password("Password of \(name)")
        var staff = try await login(connection, password, code: code)
        if try await staff.account().mustChangePassword {
            let new = try newPasswordFile.map(InputFile.line) ?? Terminal.password("New password, the first one ends")
            try await staff.changePassword(from: password, to: new)
            Terminal.say("The password was changed: from now on only the new one is good.")
            // An app's code is good once: this sign-in has used it.
            staff = try await login(connection, new, code: nil)
            password = new
        }
        let token = try await staff.newToken(label: "phieukin round", days: days, password: password)
        try SecretFile.write(Array((token.token + "\n").utf8), to: tokenFile, replacing: true)
        let account = try await staff.account()
        try await staff.logout()
        let roles = account.roles.map(\.rawValue).joined(separator: ", ")
        Terminal.say("\(account.displayName) (\(roles)): token in \(tokenFile) until \(Clock.text(token.expiresAt)).")
    }

    private func login(_ connection: Connection, _ password: String, code: String?) async throws -> StaffClient {
        do {
            return try await StaffClient.login(connection, name: name, password: password, code: code)
        } catch let problem as ServerProblem where problem.code == "factor-needed" {
            let code = try Terminal.password("A code of the app that was not used yet, or a recovery code")
            return try await StaffClient.login(connection, name: name, password: password, code: code)
        }
    }
}
