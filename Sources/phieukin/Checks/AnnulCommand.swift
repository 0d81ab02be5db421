import ArgumentParser
import Client
import SecretBallot
import StrictEncoding

/// Annuls a recognition.
struct AnnulCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annul",
        abstract: "Annul a recognition (hủy bỏ kết quả công nhận), for good, with its reason.",
        discussion: "A new signed decision is made. The old one stays as it is, and is no longer in force.")

    @Argument(help: ArgumentHelp("The decision's digest, as `phieukin round decide` printed it.", valueName: "digest"))
    var digest: String

    @Option(help: "Why (lý do).")
    var reason: String

    @Option(help: ArgumentHelp("The abbreviation in the new decision's number, such as ĐU.", valueName: "text"))
    var body: String

    @Option(help: ArgumentHelp("The ballot that it follows from, if one was held.", valueName: "roundID"))
    var round: String?

    @OptionGroup(title: "Signer")
    var signer: SignerOptions

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        let digest = try Base64URL.decode(digest)
        guard digest.count == 32 else { throw Failure("a digest has 43 characters") }
        let annulment = try await service.staff().annul(
            digest, reason: reason, date: signer.day(), body: body, signer: signer.signer(),
            password: signer.key.password(), roundID: round.map { try RoundID(text: $0).bytes })
        Terminal.say("\(annulment.number)  \(Base64URL.encode(annulment.digest))")
    }
}
