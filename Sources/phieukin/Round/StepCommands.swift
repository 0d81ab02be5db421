import ArgumentParser
import Client

struct PresenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presence", abstract: "Mark who is present (có mặt), excused (vắng có lý do) or absent (vắng).")

    @OptionGroup
    var argument: RoundArgument

    @Argument(help: ArgumentHelp("A table with the columns voter and presence (CSV).", valueName: "csv"))
    var table: String

    func run() async throws {
        let table = try PresenceTable(parsing: InputFile.read(table))
        let turnout = try await argument.service.staff().setPresence(table.marks, of: argument.round)
        Terminal.say("Summoned (triệu tập) \(turnout.summoned), present (có mặt) \(turnout.present)")
    }
}

struct IssuingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issuing", abstract: "Open the issuing of slips (phát phiếu) to those present.")

    @OptionGroup
    var argument: RoundArgument

    func run() async throws {
        let round = try await argument.service.staff().issue(argument.round)
        Terminal.say(round.state == .issuing ? "Slips are being issued (đang phát phiếu)." : Self.done(round))
    }
}

struct VotingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voting", abstract: "Open the voting (bỏ phiếu).",
        discussion: "Refused while there are warnings: read them to the meeting, then acknowledge them by name.")

    @OptionGroup
    var argument: RoundArgument

    @Option(help: ArgumentHelp("A warning that the meeting accepted: few-present, no-quorum.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        let round = try await argument.service.staff().vote(argument.round, acknowledging: acknowledge)
        Terminal.say(round.state == .voting ? "Voting is open (đang bỏ phiếu)." : Self.done(round))
    }
}

struct CloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "End the voting (kết thúc bỏ phiếu): nobody receives slips any more.",
        discussion: """
            Slips that were issued are taken until the box is sealed, and relays send theirs now. Refused while somebody
            present has no ballot: acknowledge by name.
            """)

    @OptionGroup
    var argument: RoundArgument

    @Option(help: ArgumentHelp("A warning that was read and accepted: without-ballot.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        let round = try await argument.service.staff().close(argument.round, acknowledging: acknowledge)
        Terminal.say(
            round.state == .closing
                ? "The voting has ended (đã kết thúc bỏ phiếu). Next: phieukin round seal" : Self.done(round))
    }
}

struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Seal the box (niêm phong hòm phiếu) when the voting has ended, for good.",
        discussion: "Refused while slips are not in or relays have not answered: acknowledge by name.")

    @OptionGroup
    var argument: RoundArgument

    @Option(
        help: ArgumentHelp("A warning that was read and accepted: slips-missing, relay-silent.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        try await argument.service.staff().seal(argument.round, acknowledging: acknowledge)
        Terminal.say("Sealed (đã niêm phong). The voters' devices may look for their slips: phieukin vote --find")
    }
}

struct CertifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify", abstract: "Certify and publish the results (công bố kết quả).",
        discussion: """
            Refused while there are warnings: a unanimous box tells how everyone voted; more voters found their slips
            than a box holds; relays sent more than a box holds, or than voters have. Acknowledge by name.
            """)

    @OptionGroup
    var argument: RoundArgument

    @Option(
        help: ArgumentHelp(
            "A warning that was read and accepted: unanimous, contradiction, short, overstated.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        try await argument.service.staff().certify(argument.round, acknowledging: acknowledge)
        Terminal.say("Certified (đã công bố). The record: phieukin round record --round ROUNDID --out FILE.zip")
    }
}

struct CancelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Cancel a round (hủy đợt bỏ phiếu) that is not sealed yet, for good.")

    @OptionGroup
    var argument: RoundArgument

    @Option(help: "Why, for the minutes.")
    var reason: String

    @Option(help: ArgumentHelp("A warning that was read and accepted: ballots-destroyed.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        try await argument.service.staff().cancel(argument.round, reason: reason, acknowledging: acknowledge)
        Terminal.say("Cancelled (đã hủy).")
    }
}

extension AsyncParsableCommand {
    /// Of a step that was taken before: the same success, but not the state that one asked for.
    fileprivate static func done(_ round: RoundSummary) -> String {
        "That was done before (đã làm rồi). "
            + "The round is \(round.state.rawValue) by now."
    }
}
