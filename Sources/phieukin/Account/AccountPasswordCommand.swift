import ArgumentParser
import Client

struct AccountPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Change the password of the account that you are logged in with.")

    @Option(help: ArgumentHelp("A file with the old password; else it is asked for.", valueName: "file"))
    var oldPasswordFile: String?

    @Option(help: ArgumentHelp("A file with the new password; else it is asked for.", valueName: "file"))
    var newPasswordFile: String?

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        let staff = try service.staff()
        let old =
            try oldPasswordFile.map(InputFile.line)
            ?? Terminal.password("Old password", orBy: "--old-password-file")
        let new =
            try newPasswordFile.map(InputFile.line)
            ?? Terminal.password("New password", orBy: "--new-password-file")
        try await staff.changePassword(from: old, to: new)
        Terminal.say("Changed (đã đổi mật khẩu).")
    }
}
