import ArgumentParser
import Client
import StrictEncoding

struct ArchiveDecisionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive-decision",
        abstract: "Have the service put the next archive time stamp (dấu thời gian lưu trữ) on issued decisions.",
        discussion: """
            By the authority that the service is configured with (--timestamp-url), over the whole paper (PAdES-B-LTA); do
            it again before the last stamp's certificate ends. `phieukin archive` does it to a file at hand.
            """)

    // One in 64 digests begins with a hyphen, so what looks like an unknown option may be one.
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("The decision's digest, as `phieukin round decide` printed it.", valueName: "digest"))
    var digests: [String]

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        for text in digests {
            let digest = try JSONReader(.string(text), at: "digest").bytes(32)
            Terminal.say("\(try await service.staff().archive(digest).number)")
        }
    }
}
