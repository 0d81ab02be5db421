import ArgumentParser

/// A round's life, step by step, for its staff.
struct RoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round",
        abstract: """
            Conduct a round (đợt bỏ phiếu): draft, freeze, issue, vote, close, seal, open, count, certify, decide.
            """,
        discussion: """
            In order:
              secretary (thư ký)          login, create, units, cards, voters, relays
              board (ban kiểm phiếu)      board-key, board; of several: board-members (secretary), then phieukin seat
              secretary                   freeze
              board                       sign-freeze
              secretary                   presence, issuing, voting, close, seal
              board                       open, sign-minutes, results, certify
              signer (người ký)           identity, decide (or prepare, attach), seal-decision, archive-decision
            A step may be repeated and cannot be undone. Every command has its own --help.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Preparation:",
                subcommands: [
                    LoginCommand.self, CreateCommand.self, ListCommand.self, ShowCommand.self, UnitsCommand.self,
                    CardsCommand.self, VotersCommand.self, BoardKeyCommand.self, BoardCommand.self,
                    RelaysCommand.self, BoardMembersCommand.self, BoardInvitationCommand.self, BoardAttemptCommand.self,
                    FreezeCommand.self, SignFreezeCommand.self,
                ]),
            CommandGroup(
                name: "At the meeting:",
                subcommands: [
                    PresenceCommand.self, IssuingCommand.self, VotingCommand.self, CloseCommand.self, SealCommand.self,
                    OpenCommand.self, SignMinutesCommand.self, ResultsCommand.self, TallyCommand.self,
                    CertifyCommand.self, CancelCommand.self,
                ]),
            CommandGroup(
                name: "Afterwards:",
                subcommands: [
                    DocumentCommand.self, RecordCommand.self, IdentityCommand.self, DecideCommand.self,
                    BodySealCommand.self, ArchiveDecisionCommand.self, PrepareCommand.self,
                    AttachCommand.self,
                ]),
        ])
}
