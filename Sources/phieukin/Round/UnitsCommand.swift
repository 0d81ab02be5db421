import ArgumentParser
import Client
import Recognition

struct UnitsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units",
        abstract: "Import the units (tổ chức được xét) from a table; says which are not eligible, and why.")

    @OptionGroup
    var argument: RoundArgument

    @Argument(help: ArgumentHelp("The units and their figures (CSV).", valueName: "csv"))
    var table: String

    func run() async throws {
        let result = try await argument.service.staff().setUnits(InputFile.read(table), of: argument.round)
        Terminal.say("\(result.units) units, \(result.eligible) eligible (đủ điều kiện)")
        result.ineligible.flatMap(Self.lines).forEach { Terminal.say($0) }
    }

    /// A unit that may not be put to the ballot, and why.
    static func lines(_ unit: UnitReview) -> [String] {
        ["- \(unit.id) \(unit.name): not eligible (không đủ điều kiện)"]
            + unit.failures.map { "    \($0.messages.english) (\($0.messages.vietnamese))" }
    }
}
