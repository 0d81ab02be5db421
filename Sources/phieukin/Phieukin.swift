import ArgumentParser
import Reader

/// The command: serves, conducts rounds, votes, audits, verifies.
@main
struct Phieukin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phieukin",
        abstract: "Secret ballots (phiếu kín) of Party committees, from the list of voters to signed decisions.",
        discussion: """
            To see a whole round, from the first account to the audited record, on this machine:
              phieukin demo

            To set a service up and start it:
              phieukin init --data DIR --issuer NAME
              phieukin serve --data DIR
              phieukin account create … (for secretary, counting board, signer)

            Exit codes: 0 all is well, 1 something checked does not hold, 2 wrong use or not possible, 3 (audit) nothing is
            wrong, but more voters found their slips than a box holds.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "The service:",
                subcommands: [
                    InitCommand.self, ServeCommand.self, RelayCommand.self, BackupCommand.self, RestoreCommand.self,
                    AccountCommand.self,
                    FormsCommand.self,
                ]),
            CommandGroup(
                name: "The round:", subcommands: [RoundCommand.self, SeatCommand.self, VoteCommand.self]),
            CommandGroup(
                name: "Decisions and records:",
                subcommands: [
                    AuditCommand.self, VerifyCommand.self, ArchiveCommand.self, CodeCommand.self, AnnulCommand.self,
                ]),
            CommandGroup(
                name: "To try it out:", subcommands: [DemoCommand.self, BenchCommand.self, BenchAnnexCommand.self]),
        ])

    static func main() async {
        // Before anything else: a reader of strangers' files does nothing that a command does.
        ReaderChild(arguments: CommandLine.arguments)?.run()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            leave(error)
        }
    }

    /// Says what went wrong and ends the program.
    private static func leave(_ error: any Error) -> Never {
        if let failure = Failure(error) {
            failure.report()
            exit(withError: ExitCode(failure.code))
        }
        guard exitCode(for: error) == .success else {
            // Of all that the parser refuses, only its own code for wrong use is another than ours.
            let message = fullMessage(for: error)
            if !message.isEmpty { Terminal.complain(message) }
            exit(withError: ExitCode(error is ExitCode ? exitCode(for: error).rawValue : Failure.notPossible))
        }
        exit(withError: error)
    }
}
