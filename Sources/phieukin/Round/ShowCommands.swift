import ArgumentParser
import Client
import Recognition

struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rounds: name, state, year, title.")

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        for round in try await service.staff().rounds() {
            Terminal.say("\(round.round)  \(round.state.rawValue)  \(round.year)  \(round.title)")
        }
    }
}

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show where a round stands: units, voters, presence, turnout, warnings.")

    @OptionGroup
    var argument: RoundArgument

    func run() async throws {
        let detail = try await argument.service.staff().round(argument.round)
        Self.lines(detail).forEach { Terminal.say($0) }
    }

    private static func lines(_ detail: RoundDetail) -> [String] {
        head(detail.summary) + preparation(detail) + meeting(detail)
            + detail.steps.map { "\($0.state.rawValue): \(Clock.text($0.at))" }
            + detail.warnings.map { "Warning \($0.name): \($0.messages.english) (\($0.messages.vietnamese))" }
            + contradiction(detail)
    }

    private static func head(_ summary: RoundSummary) -> [String] {
        ["\(summary.title) (\(summary.year), \(summary.kind.rawValue)): \(summary.state.rawValue)"]
            + (summary.roundID.map { ["roundID: \($0)"] } ?? [])
    }

    private static func preparation(_ detail: RoundDetail) -> [String] {
        let ineligible = detail.units.filter { !$0.isEligible }
        let withoutKey = detail.voters.count { !$0.hasKey }
        let code = detail.roundCode.map { ["Round code (mã đợt): \($0)"] } ?? []
        let units = "Units: \(detail.units.count), eligible \(detail.units.count - ineligible.count)"
        let voters = "Voters: \(detail.voters.count), without key \(withoutKey)"
        let board = "Board key: \(detail.hasBoard ? "in" : "missing"), freeze signatures: \(detail.freezeSignatures)"
        return code + [units] + ineligible.flatMap(UnitsCommand.lines) + [voters, board]
    }

    /// Before the results are certified it is a warning.
    private static func contradiction(_ detail: RoundDetail) -> [String] {
        guard detail.summary.state == .certified else { return [] }
        return [detail.contradiction, detail.short, detail.overstated].compactMap(\.self)
            .map { "! \($0.english) (\($0.vietnamese))" }
    }

    private static func meeting(_ detail: RoundDetail) -> [String] {
        guard let turnout = detail.turnout else { return [] }
        return [
            "Summoned \(turnout.summoned), present \(turnout.present), issued \(turnout.issued), slips \(turnout.slips)"
        ]
    }
}
