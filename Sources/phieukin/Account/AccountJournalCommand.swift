import ArgumentParser
import Client
import Recognition

struct AccountJournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Print what the staff did (nhật ký công việc), the latest first, and the journal's code.",
        discussion: """
            Write the code down and keep it away from the server: whoever changes the journal cannot give it the same code
            again. With --known it is found out whether the journal still is what had a code; exit code 1 if it is not.
            """)

    @Option(help: ArgumentHelp("A code that was written down; may be given several times.", valueName: "code"))
    var known: [String] = []

    @OptionGroup(title: "Service")
    var service: StaffOptions

    func run() async throws {
        let journal = try await service.staff().journal(knowing: known)
        journal.lines.map(Self.line).forEach { Terminal.say($0) }
        Terminal.say("The journal's code (mã nhật ký): \(journal.code)")
        guard let fault = journal.fault else { return }
        throw Failure(
            "the journal was changed: \(fault.english) (nhật ký đã bị sửa: \(fault.vietnamese))",
            hint: "keep a copy of the data folder, and compare it with a backup", code: Failure.doesNotHold)
    }

    /// "20/12/2026 10:20:00  thuky  round.seal 5f2c…"
    private static func line(_ line: JournalLine) -> String {
        let rest = [line.action, line.detail, line.round].compactMap(\.self).filter { !$0.isEmpty }
        return "\(Clock.text(line.at))  \(line.account ?? "")  \(rest.joined(separator: " "))"
    }
}
