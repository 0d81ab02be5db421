import ArgumentParser
import Client
import Recognition
import SecretBallot
import StrictEncoding

struct CreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a draft round from a file such as Examples/xa-bum-to/round.json.")

    @Argument(help: ArgumentHelp("The round's plan (JSON).", valueName: "file"))
    var plan: String

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        let plan = try RoundPlan(parsing: InputFile.read(plan))
        let summary = try await service.staff().createRound(plan.draft)
        Terminal.say(summary.round)
        Terminal.complain("Created “\(summary.title)”. Next: phieukin round units \(summary.round) FILE.csv")
    }
}

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

struct VotersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voters",
        abstract: "Import the voters (người bỏ phiếu) from the table that `phieukin round cards` wrote.",
        discussion: "Refused while cards that were made before become void by it: acknowledge by name.")

    @OptionGroup
    var argument: RoundArgument

    @Argument(help: ArgumentHelp("The voters with their public keys (CSV).", valueName: "csv"))
    var table: String

    @Option(help: ArgumentHelp("A warning that was read and accepted: cards-void.", valueName: "name"))
    var acknowledge: [String] = []

    func run() async throws {
        let result = try await argument.service.staff().setVoters(
            InputFile.read(table), of: argument.round, acknowledging: acknowledge)
        Terminal.say("\(result.voters) voters, \(result.withoutKey) without a key")
        guard result.withoutKey > 0 else { return }
        Terminal.complain("hint: make the access codes with `phieukin round cards`, and import the table it writes")
    }
}

struct RelaysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relays", abstract: "Name the relays (trạm chuyển phiếu) to which members may hand their ballots.",
        discussion: """
            The file is {"relays": [{"name": …, "url": …, "key": …}]}, at most four, as each relay's body gives them out; an
            empty list means that everybody casts straight. A relay is another body's machine.
            """)

    @OptionGroup
    var argument: RoundArgument

    @Argument(help: ArgumentHelp("The relays (JSON).", valueName: "file"))
    var file: String

    func run() async throws {
        let reader = try JSONReader(parsing: InputFile.read(file), as: "relays", limit: 64 << 10)
        let relays = try Casting.relays(reading: reader.object(["relays"]).member("relays"))
        try await argument.service.staff().setRelays(relays, of: argument.round)
        Terminal.say("\(relays.count) relays (trạm chuyển phiếu)")
    }
}
