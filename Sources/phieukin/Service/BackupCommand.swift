import ArgumentParser
import Recognition
import SecretBallot
import Service

/// Makes a backup.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Back an installation up (sao lưu), also while its service runs.",
        discussion: """
            Makes a folder with the register, the boxes of every sealed round, and SHA256SUMS. It holds no spool and no
            key: a round that is open now has no slips in it. Keep the master key apart from it. Exit code 1: all else is in
            it, but a sealed round's boxes are gone or damaged, or the journal was changed.
            """)

    @Option(help: ArgumentHelp("The data folder.", valueName: "dir"))
    var data: String

    @Option(help: ArgumentHelp("The folder to make.", valueName: "dir"))
    var out: String

    @Option(
        help: ArgumentHelp(
            "A code of the journal that was written down; may be given several times.", valueName: "code"))
    var known: [String] = []

    func validate() throws {
        guard let wrong = known.first(where: { !Installation.isJournalCode($0) }) else { return }
        throw ValidationError(
            "--known \(wrong): not a journal's code, which is as in 128-5JRE-7BVB-YW1E-EP0C "
                + "(không phải mã nhật ký, ví dụ đúng: 128-5JRE-7BVB-YW1E-EP0C).")
    }

    func run() async throws {
        let report = try await Installation.backUp(ServiceConfiguration(dataFolder: data), to: out, known: known)
        Terminal.say("Backed up to \(out): \(report.rounds) rounds, the boxes of \(report.sealedRounds).")
        report.sayJournal()
        for round in report.openRounds {
            Terminal.say("Đợt đang mở, phiếu không có trong bản sao / Open, its slips are not in it: \(round)")
        }
        try report.requireWhole()
    }
}

/// Puts a backup back.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup (phục hồi bản sao lưu) into a data folder that is empty or not there yet.",
        discussion: """
            Checks every file by its digest before anything is written. The master key is in no backup: put it where it
            was, or name its place. All sessions and tokens end. What was done since the backup was made, also an account
            disabled, a password changed, is undone: look through the accounts first.
            """)

    @Argument(help: ArgumentHelp("The folder that `phieukin backup` made.", valueName: "dir"))
    var backup: String

    @OptionGroup
    var folder: DataFolderOptions

    func run() async throws {
        let report = try await Installation.restore(backup, as: folder.configuration)
        Terminal.say("Restored to \(folder.data): \(report.rounds) rounds, the boxes of \(report.sealedRounds).")
        report.sayJournal()
        for round in report.openRounds {
            Terminal.say("Đợt này chỉ còn có thể hủy / This round can only be cancelled: \(round)")
        }
        try report.requireWhole()
    }
}

extension Installation.BackupReport {
    fileprivate func sayJournal() {
        Terminal.say("Mã nhật ký, hãy ghi lại / The journal's code, to be written down: \(journalCode)")
        guard let journalFault else { return }
        Terminal.complain(
            "Nhật ký đã bị sửa / The journal was changed: \(journalFault.vietnamese) / \(journalFault.english)")
    }

    /// What was made or put back stands; that something in it is not as it should be is told by the exit code too.
    fileprivate func requireWhole() throws {
        for round in faultyRounds {
            Terminal.complain(
                "Mất hoặc hỏng hòm phiếu đã niêm phong (\(RecordFile.boxes.rawValue)): \(round): lấy lại từ bản sao khác hoặc từ người đã tải về."
                    + " / Its sealed boxes (\(RecordFile.boxes.rawValue)) are gone or damaged: \(round): get them from another backup, or from"
                    + " whoever downloaded them.")
        }
        guard faultyRounds.isEmpty, journalFault == nil else { throw ExitCode(Failure.doesNotHold) }
    }
}
