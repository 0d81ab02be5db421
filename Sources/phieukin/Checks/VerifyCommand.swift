import ArgumentParser
import Decisions
import SecretBallot
import StrictEncoding

/// The four answers about a decision.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a decision (quyết định) from its PDF: intact? signer trusted? recorded? in force?",
        discussion: """
            Give what you know: authorities to trust (--trust), and either the register (--server) or a list of
            annulled decisions (--annulled-list, with --log-key and --issuer as the service publishes them).
            With the round's record (--record) the whole chain is walked, from the slips to the signature.
            What cannot be found out is “unknown”, never “yes”. Exit code 0 only if all four answers are yes, and the
            record, if given, bears the decision out; 1 if not; 3 if they are and it does, but what finders or
            relays say contradicts the record.
            """)

    @Argument(help: ArgumentHelp("The decision.", valueName: "pdf"))
    var file: String

    @Option(help: ArgumentHelp("The record of the round that it follows from.", valueName: "zip"))
    var record: String?

    @OptionGroup
    var trust: TrustOptions

    @OptionGroup
    var sources: KnowledgeOptions

    @Flag(help: "Answer in English; else in Vietnamese.")
    var english = false

    @Flag(help: "Print JSON for programs.")
    var json = false

    func run() async throws {
        let document = Result { [bytes = try InputFile.read(file, limit: 256 << 20)] () throws(DocumentFault) in
            try DecisionDocument(bytes)
        }
        let verifier = try trust.verifier()
        let verdict = verifier.verify(
            document, register: try await sources.register(of: document), list: try sources.list(), now: Clock.now)
        let chain = try record.map { try RecordChain(of: document, in: $0, trusting: verifier) }
        if json {
            let value = verdict.json.adding("record", chain?.json)
            Terminal.say(String(decoding: value.encoded(indented: true), as: UTF8.self))
        } else {
            VerdictText(verdict).lines(inEnglish: english).forEach { Terminal.say($0) }
            chain?.lines(inEnglish: english).forEach { Terminal.say($0) }
        }
        try Failure.end(holds: verdict.summary == .valid && chain?.holds ?? true, chain?.report)
    }
}
