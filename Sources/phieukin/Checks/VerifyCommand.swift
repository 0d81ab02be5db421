import ArgumentParser
import Decisions
import StrictEncoding

/// The four answers about a decision.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a decision (quyết định): intact? signer trusted? recorded? in force?",
        discussion: """
            Give what you know: authorities to trust (--trust), and either the register (--server) or a list of
            annulled decisions (--annulled-list, with --log-key and --issuer as the service publishes them).
            What cannot be found out is “unknown”, never “yes”. Exit code 0 only if all four answers are yes.
            """)

    @Argument(help: ArgumentHelp("The decision's statement.", valueName: "json"))
    var statement: String

    @Argument(help: ArgumentHelp("The detached signature over it.", valueName: "p7s"))
    var signature: String

    @OptionGroup
    var trust: TrustOptions

    @OptionGroup
    var sources: KnowledgeOptions

    @Flag(help: "Answer in English; else in Vietnamese.")
    var english = false

    @Flag(help: "Print JSON for programs.")
    var json = false

    func run() async throws {
        let bytes = try InputFile.read(statement, limit: 1 << 20)
        let signature = try InputFile.read(signature, limit: 1 << 20)
        let verdict = DecisionVerifier(anchors: try trust.anchors()).verify(
            bytes, signature: signature, register: try await sources.register(of: bytes), list: try sources.list(),
            now: Clock.now)
        if json {
            Terminal.say(String(decoding: verdict.json.encoded(indented: true), as: UTF8.self))
        } else {
            VerdictText(verdict).lines(inEnglish: english).forEach { Terminal.say($0) }
        }
        guard verdict.summary == .valid else { throw ExitCode(Failure.doesNotHold) }
    }
}
