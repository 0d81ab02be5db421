import ArgumentParser
import Client
import StrictEncoding

struct BodySealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seal-decision",
        abstract: "Put the body's digital seal (chữ ký số của cơ quan) to a decision that its signer has signed.",
        discussion: """
            The seal's certificate and key are the ones that this account gave with `round identity`. They must be the
            body's own (its common name is the body's); keep them in an account of their own, of the role signer.
            """)

    // One in 64 digests begins with a hyphen, so what looks like an unknown option may be one.
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("The decision's digest, as `phieukin round decide` printed it.", valueName: "digest"))
    var digests: [String]

    @OptionGroup
    var key: KeyPasswordOptions

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        for text in digests {
            let digest = try JSONReader(.string(text), at: "digest").bytes(32)
            Terminal.say("\(try await service.staff().affixBodySeal(to: digest, password: key.password()).number)")
        }
    }
}
