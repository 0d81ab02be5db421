import ArgumentParser
import Client
import StrictEncoding

struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Sign the decisions (quyết định công nhận) that follow from a certified round.")

    @OptionGroup
    var argument: RoundArgument

    @OptionGroup(title: "Signer")
    var signer: SignerOptions

    @OptionGroup(title: "Signer")
    var key: KeyPasswordOptions

    @Option(help: ArgumentHelp("A unit's id; all that were recognised if none is given.", valueName: "id"))
    var unit: [String] = []

    @Flag(help: "One decision for all of them, with a list annexed.")
    var together = false

    @Option(help: ArgumentHelp("The first decision's number; else the register goes on counting.", valueName: "number"))
    var firstNumber: Int?

    func run() async throws {
        let decisions = try await argument.service.staff().decide(
            argument.round, units: unit.isEmpty ? nil : unit, together: together, date: signer.day(),
            signer: signer.signer(), firstNumber: firstNumber, password: key.password())
        for decision in decisions {
            Terminal.say("\(decision.number)  \(decision.unit ?? "")  \(Base64URL.encode(decision.digest))")
        }
    }
}
