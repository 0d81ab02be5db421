import ArgumentParser
import Client
import SecretBallot

struct BoardMembersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board-members",
        abstract: "Plan a board (ban kiểm phiếu) of several members, who make its key together.",
        discussion: """
            It takes the place of whatever board stood there; where somebody has registered a key already, that is refused
            until you acknowledge it by name. Each member is given the link of an invitation, which this command alone
            shows: hand it over in person, and to nobody else.
            """)

    @OptionGroup
    var argument: RoundArgument

    @Option(help: ArgumentHelp("How many of them open the box; else more than half.", valueName: "count"))
    var threshold: Int?

    @OptionGroup
    var warnings: BoardWarningOptions

    @Argument(help: ArgumentHelp("Two to nine members' names.", valueName: "name"))
    var names: [String] = []

    func run() async throws {
        let staff = try argument.service.staff()
        let opening = threshold ?? names.count / 2 + 1
        let invitations = try await staff.planBoard(
            names, threshold: opening, of: argument.round, acknowledging: warnings.acknowledge)
        for invitation in invitations { try argument.say(invitation) }
        guard CountingBoard.opensByHalves(threshold: opening, of: names.count) else { return }
        Terminal.complain(
            "warning: two groups of \(opening) with nobody in common could each open the box; more than half is stronger "
                + "(hai nhóm \(opening) người không chung ai đều mở được hòm; nên đặt quá nửa)")
    }
}

struct BoardInvitationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board-invitation",
        abstract: "Renew the invitation to a seat on the board; the link before is void.")

    @OptionGroup
    var argument: RoundArgument

    @Argument(help: ArgumentHelp("The member's number on the board, from 1.", valueName: "number"))
    var number: Int

    func run() async throws {
        let staff = try argument.service.staff()
        try argument.say(try await staff.renewInvitation(of: number - 1, in: argument.round))
    }
}

struct BoardAttemptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board-attempt",
        abstract: "Begin another attempt at the board's key, where a member is silent or lost the device.")

    @OptionGroup
    var argument: RoundArgument

    @OptionGroup
    var warnings: BoardWarningOptions

    @Argument(help: ArgumentHelp("Its number: the one after the present.", valueName: "attempt"))
    var attempt: Int

    func run() async throws {
        try await argument.service.staff().beginAttempt(
            attempt, of: argument.round, acknowledging: warnings.acknowledge)
        Terminal.say("Attempt \(attempt) has begun: every member takes part anew.")
    }
}

/// That registered keys of the board are given up, and meant to be.
struct BoardWarningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A warning that was read and accepted: board-replaced.", valueName: "name"))
    var acknowledge: [String] = []
}

extension RoundArgument {
    fileprivate func say(_ invitation: SeatInvitation) throws {
        let address = try service.server.connection().address
        Terminal.say("\(invitation.place + 1). \(invitation.name): \(address)/board/\(round)#\(invitation.code)")
    }
}
