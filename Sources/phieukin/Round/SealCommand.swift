import ArgumentParser
import Client

struct SealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal", abstract: "Close the voting and seal the box (niêm phong hòm phiếu), for good.")

    @OptionGroup
    var argument: RoundArgument

    func run() async throws {
        try await argument.service.staff().seal(argument.round)
        Terminal.say("Sealed (đã niêm phong). The voters' devices may look for their slips: phieukin vote --find")
    }
}
