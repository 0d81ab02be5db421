import ArgumentParser
import Decisions
import Recognition
import SecretBallot
import StrictEncoding

/// The audit of a record, offline.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check a whole record (hồ sơ) offline: the round, the count, the decisions.",
        discussion: """
            Everything is recomputed from the archive; no server is asked. --round says which round is meant (from the
            room's screen or the minutes): without it a record of another round would pass as well.
            Exit code 0 only if all holds; 1 if something does not, each fault named; 2 if the file is not the record that
            was downloaded (the same files packed anew, or in a folder, are audited all the same); 3 if nothing is wrong
            but that more voters found their slips than a box holds, or relays say that they sent more ballots than there are.
            """)

    @Argument(help: ArgumentHelp("The record as it was downloaded, or a folder of what was in it.", valueName: "zip"))
    var record: String

    @Option(parsing: .unconditional, help: ArgumentHelp("The roundID that is meant.", valueName: "roundID"))
    var round: String?

    @OptionGroup
    var trust: TrustOptions

    @Flag(help: "Report in English; else in Vietnamese. The faults themselves are in English.")
    var english = false

    @Flag(help: "Print what was counted too, figure by figure, to be held against the printed minutes.")
    var counts = false

    @Flag(help: "Print JSON for programs.")
    var json = false

    func run() async throws {
        let audit = RecordAudit(
            path: record, expecting: try round.map { try RoundID(text: $0) }, verifier: try trust.verifier())
        let findings = try await offEventLoops { try audit.run(isShown: Terminal.isWatched) }
        if json {
            Terminal.say(String(decoding: findings.json.encoded(indented: true), as: UTF8.self))
        } else {
            let counted = counts ? CountsText(findings.report)?.lines(inEnglish: english) : nil
            (findings.lines(inEnglish: english) + (counted ?? [])).forEach { Terminal.say($0) }
        }
        try Failure.end(holds: findings.report.holds, findings.report)
    }
}
