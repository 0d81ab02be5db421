import ArgumentParser
import Decisions
import SecretBallot
import StrictEncoding

/// What a decision's QR code says, checked with nothing but the service's key.
struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Check what the QR code on a decision says, with no server asked.",
        discussion: """
            Give the link that the code holds, and the service's log key and name as it publishes them. What is printed
            must be what stands on the paper. Exit code 1 if the key did not sign the code.
            """)

    @Argument(help: ArgumentHelp("The link.", valueName: "link"))
    var link: String

    @Option(parsing: .unconditional, help: ArgumentHelp("The service's log key, base64url.", valueName: "key"))
    var logKey: String

    @Option(help: ArgumentHelp("The service's name in its notes.", valueName: "name"))
    var issuer: String

    func run() throws {
        guard let verifier = NoteVerifier(name: issuer, key: try Base64URL.decode(logKey)) else {
            throw Failure("--log-key, --issuer: not a key and a name that a service publishes")
        }
        do {
            let summary = try DecisionSummary(link: link, verifier: verifier)
            Terminal.say("Quyết định số \(summary.number), \(summary.date), \(summary.authority)")
            Terminal.say("\(summary.unit), \(summary.year)")
            Terminal.say(Base64URL.encode(summary.digest))
        } catch {
            Terminal.complain("Mã này không phải do \(issuer) lập.")
            Terminal.complain("The code is not one that \(issuer) made: \(error)")
            throw ExitCode(Failure.doesNotHold)
        }
    }
}
