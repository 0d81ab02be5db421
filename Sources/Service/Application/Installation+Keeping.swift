import AccountSecurity
import OpenSSLKit
public import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// What is done to an installation from outside of its service.
extension Installation {
    /// What a backup holds, for whoever made or restored it.
    public struct BackupReport: Sendable {
        public let rounds: Int
        public let sealedRounds: Int

        /// Titles of rounds that took slips: of these a backup has no slips.
        public let openRounds: [String]

        /// Titles of sealed rounds whose boxes are gone, or are not what was sealed.
        public let faultyRounds: [String]

        /// To be written down: with it can be told later whether the journal was changed.
        public let journalCode: String

        /// What is wrong with the journal; nil where nothing is.
        public let journalFault: BilingualText?

        init(_ contents: Backup.Contents) {
            rounds = contents.rounds.count
            sealedRounds = contents.boxes
            openRounds = contents.rounds.filter { RoundState(rawValue: $0.state)?.isLive ?? false }.map(Self.name)
            faultyRounds = contents.faulty.map(Self.name)
            journalCode = contents.journal.code
            journalFault = contents.journalFault?.text
        }

        private static func name(_ round: RoundEntry) -> String { "\(round.title) (\(round.year), \(round.id))" }
    }

    /// The boxes against the seal, as a start holds them.
    private static let areSealed: Backup.BoxCheck = { document, read in
        guard let manifest = try document(RoundDocument.manifest.rawValue).flatMap({ try? Manifest($0) }),
            let document = try document(RoundDocument.seal.rawValue).flatMap({ try? SealDocument($0, of: manifest) })
        else { return false }
        return try BoxRootReader.isRoot(document.seal.boxRoot, of: read, in: manifest)
    }

    private static let sealed = Set(RoundState.allCases.filter(\.isSealed)).names

    /// Makes a backup, also while the service runs.
    /// - Parameters:
    ///   - path: a folder that must not be there yet.
    ///   - codes: of the journal, as they were written down.
    /// - Throws: `StorageError`.
    public static func backUp(
        _ configuration: ServiceConfiguration, to path: String, known codes: [String] = []
    ) async throws -> BackupReport {
        BackupReport(
            try await configuration.storage.backUp(to: path, boxesIn: sealed, known: codes, areSealed: areSealed))
    }

    /// Whether what a person typed can be a journal's code, of this journal or of another.
    public static func isJournalCode(_ typed: String) -> Bool { JournalHead.isCode(typed) }

    /// Puts a backup into an empty data folder.
    /// - Throws: `StorageError`.
    public static func restore(_ path: String, as configuration: ServiceConfiguration) async throws -> BackupReport {
        BackupReport(try await configuration.storage.restore(path, boxesIn: sealed))
    }

    /// Makes an administrator, or gives an account that role and a new password and enables it; the service must be
    /// stopped. Its second factors go too: whoever lost them all has no other way in. It is noted in the journal.
    /// - Throws: `StorageError`, `MalformedInput` for a name, `Problem.weakPassword`, `.commonPassword`.
    public static func recoverAdministrator(
        _ configuration: ServiceConfiguration, name: String, password: String
    ) async throws {
        guard !Account.folded(name).isEmpty else {
            throw StorageError(.malformed, "tài khoản phải có tên / an account needs a name: give one")
        }
        try PlainText.check(name, maximum: 100, at: "name")
        do {
            try PasswordPolicy(context: [name]).check(password)
        } catch {
            throw Problem(error == .length ? .weakPassword : .commonPassword)
        }
        let storage = try configuration.storage.open()
        let now = ServiceClock.system.now
        let entry = JournalEntry(AccountDeed.recovered(Account.folded(name)), by: "phieukin account recover", at: now)
        try await storage.register.noting(entry).recover(
            Account(
                name: name, displayName: name, roles: [Role.admin.rawValue],
                password: try PasswordRecord(of: password).text,
                passwordUntil: now + AccountRules.firstPasswordDays * 86_400))
        try storage.close()
    }
}
