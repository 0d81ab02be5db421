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
