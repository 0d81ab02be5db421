import ArgumentParser
import Client
import Foundation

/// Which service, and as whom.
struct StaffOptions: ParsableArguments {
    @OptionGroup(title: "Server")
    var server: ServerOptions

    @Option(help: ArgumentHelp("The file that `phieukin round login` wrote; else PHIEUKIN_TOKEN.", valueName: "file"))
    var tokenFile: String?

    /// - Throws: `Failure` without a token.
    func staff() throws -> StaffClient { StaffClient(try server.connection(), token: try token()) }

    private func token() throws -> String {
        if let tokenFile {
            _ = try SecretFile.read(tokenFile, limit: 64 << 10)
            return try InputFile.line(tokenFile)
        }
        guard let token = ProcessInfo.processInfo.environment["PHIEUKIN_TOKEN"], !token.isEmpty else {
            throw Failure("no token", hint: "log in first: phieukin round login; then give --token-file")
        }
        return token
    }
}

/// Which round, and as whom.
struct RoundArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The round's name at the service, as `phieukin round list` shows it.", valueName: "round"))
    var round: String

    @OptionGroup(title: "Service")
    var service: StaffOptions
}
