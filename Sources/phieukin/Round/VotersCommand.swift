import ArgumentParser
import Client

struct VotersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voters",
        abstract: "Import the voters (người bỏ phiếu) from the table that `phieukin round cards` wrote.")

    @OptionGroup
    var argument: RoundArgument

    @Argument(help: ArgumentHelp("The voters with their public keys (CSV).", valueName: "csv"))
    var table: String

    func run() async throws {
        let result = try await argument.service.staff().setVoters(InputFile.read(table), of: argument.round)
        Terminal.say("\(result.voters) voters, \(result.withoutKey) without a key")
        guard result.withoutKey > 0 else { return }
        Terminal.complain("hint: make the access codes with `phieukin round cards`, and import the table it writes")
    }
}
