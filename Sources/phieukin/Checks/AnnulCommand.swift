import ArgumentParser
import Client
import SecretBallot
import StrictEncoding

/// Annuls a recognition.
struct AnnulCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annul",
        abstract: "Annul a recognition (hủy bỏ kết quả công nhận), for good, with its reason.",
        discussion: """
            A new signed decision is made. The old one stays as it is, and is no longer in force. Refused until what ends
            with it was read: acknowledge by name.
            """)

    // One in 64 digests begins with a hyphen, so what looks like an unknown option may be one.
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("The decision's digest, as `phieukin round decide` printed it.", valueName: "digest"))
    var digests: [String]

    @Option(help: "Why (lý do).")
    var reason: String

    @Option(help: ArgumentHelp("The abbreviation in the new decision's number, such as ĐU.", valueName: "text"))
    var body: String

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The ballot that it follows from, if one was held.", valueName: "roundID"))
    var round: String?

    @Option(help: ArgumentHelp("A warning that was read and accepted: recognition-ended.", valueName: "name"))
    var acknowledge: [String] = []

    @OptionGroup(title: "Signer")
    var signer: SignerOptions

    @OptionGroup(title: "Signer")
    var key: KeyPasswordOptions

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        let annulment = try await service.staff().annul(
            digest(), reason: reason, date: signer.day(), body: body, signer: signer.signer(),
            password: key.password(), roundID: round.map { try RoundID(text: $0).bytes },
            acknowledging: acknowledge)
        Terminal.say("\(annulment.number)  \(Base64URL.encode(annulment.digest))")
    }

    func digest() throws -> [UInt8] {
        guard let text = digests.first, digests.count == 1 else {
            throw Failure("one digest, and nothing else: \(digests.joined(separator: " "))")
        }
        return try JSONReader(.string(text), at: "digest").bytes(32)
    }
}
