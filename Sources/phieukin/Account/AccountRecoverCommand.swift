import ArgumentParser
import Service

/// Lets an administrator in where none can be reached.
struct AccountRecoverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Make or re-enable an administrator (khôi phục quản trị), with the service stopped.",
        discussion: """
            For when no administrator is left or reachable. Works on the data folder itself, needs the master key and no
            login, and is noted in the journal. The password is printed once, here. Second factors, apps and passkeys, are
            removed (bước xác thực thứ hai bị gỡ): add one after signing in.
            """)

    @OptionGroup
    var folder: DataFolderOptions

    @Option(help: ArgumentHelp("The account's name; one that there is keeps its other roles.", valueName: "name"))
    var name: String

    func run() async throws {
        let password = try Password.random()
        try await Installation.recoverAdministrator(folder.configuration, name: name, password: password)
        Terminal.say("Account:  \(name)")
        Terminal.say("Password: \(password)")
        Terminal.say("Write the password down: it is not shown again. Its sessions and tokens have ended.")
        Terminal.say(
            "Its second factors were removed: add one after signing in / Các bước xác thực thứ hai đã bị gỡ: hãy thêm lại "
                + "sau khi đăng nhập.")
    }
}
