import ArgumentParser
import Client
import StrictEncoding

struct AttachCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attach",
        abstract: "Hand in a decision that was signed outside the service, or give it up.")

    @Argument(help: ArgumentHelp("The paper, as `phieukin round prepare` numbered it.", valueName: "paper"))
    var paper: Int

    @Option(help: ArgumentHelp("The signed PDF.", valueName: "pdf"))
    var document: String?

    @Option(help: ArgumentHelp("The detached CMS signature over the bytes to be signed.", valueName: "der"))
    var signature: String?

    @Flag(help: "Give the paper up; its number is the next to be given.")
    var withdraw = false

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func validate() throws {
        let given = [document != nil, signature != nil, withdraw].count { $0 }
        guard given == 1 else { throw ValidationError("Give one of --document, --signature and --withdraw.") }
    }

    func run() async throws {
        let staff = try service.staff()
        if withdraw { return try await staff.withdraw(paper) }
        var decisions: [IssuedDecision] = []
        if let document {
            decisions = try await staff.attach(signed: InputFile.read(document, limit: 32 << 20), to: paper)
        } else if let signature {
            decisions = try await staff.attach(InputFile.read(signature, limit: 1 << 20), to: paper)
        }
        for decision in decisions {
            Terminal.say("\(decision.number)  \(decision.unit ?? "")  \(Base64URL.encode(decision.digest))")
        }
    }
}
