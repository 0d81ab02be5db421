import ArgumentParser
import Decisions
import OpenSSLKit
import Recognition
import Service

/// The next time stamp over a decision's file.
struct ArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive",
        abstract: "Put a time stamp over a whole decision (PAdES-B-LTA), so that it can be verified in years to come.",
        discussion: """
            A signature can be verified as long as its certificates, and what revoked them, can be asked for, and its
            algorithms are strong. The file is given what that is known by today (--revoked), and a time stamp over all
            of it by an authority (--tsa) that is trusted for it (--trust-timestamps). Do it again before the stamp's
            certificate ends. The file so far stays in it byte for byte; it is written to --out, which may be the file
            itself.
            """)

    @Argument(help: ArgumentHelp("The decision.", valueName: "pdf"))
    var file: String

    @Option(help: ArgumentHelp("The time stamp authority's address (RFC 3161 over HTTP).", valueName: "url"))
    var tsa: String

    @Option(help: ArgumentHelp("Where the file is written with its time stamp.", valueName: "pdf"))
    var out: String

    @OptionGroup
    var trust: TrustOptions

    func validate() throws {
        guard !trust.trustTimestamps.isEmpty else {
            throw ValidationError("--trust-timestamps is needed: a stamp that nobody trusts proves nothing.")
        }
    }

    func run() async throws {
        let pdf = try InputFile.read(file, limit: DecisionDocument.maximumSize)
        let verifier = try trust.verifier()
        let authority = TimestampClient(url: tsa, verifier: verifier, clock: .system)
        let archived: [UInt8]
        do {
            archived = try await verifier.archiving(pdf, now: Clock.now) { request in
                try await authority.token(answering: request)
            }
        } catch let refusal as ArchiveRefusal {
            throw Failure("\(file): \(refusal.answer.reason.vietnamese) \(refusal)", code: Failure.doesNotHold)
        }
        try OutputFile.write(archived, to: out)
        VerdictText(verifier.verify(archived, now: Clock.now)).signatures(inEnglish: true).forEach { Terminal.say($0) }
    }
}
