import Crypto
import Foundation
import Glibc
import StrictEncoding

/// A copy of an installation that can be restored: one state of the register, and the boxes of the rounds that are sealed
/// in that state; neither spools nor keys.
///
/// It is a folder, `phieukin.sqlite`, `rounds/ROUNDID/boxes.bin` and `SHA256SUMS` (which `sha256sum -c` reads), that
/// appears whole, synced, and readable by this account alone. Boxes that are gone stop no backup of all else: in their
/// place stands `boxes.missing`. It can be made while a service takes slips: the register
/// is copied by SQLite's own backup, and boxes that a register calls sealed are there before it does and never change.
public struct Backup: Sendable {
    /// What is in it.
    public struct Contents: Sendable {
        public let rounds: [RoundEntry]

        /// How many rounds' boxes.
        public let boxes: Int

        /// Of these rounds the boxes are gone, or are not the ones that were sealed.
        public let faulty: [RoundEntry]

        /// To be written down.
        public let journal: JournalHead

        /// The first thing that does not fit in the journal; nil where all does.
        public let journalFault: JournalFault?

        fileprivate func with(boxes: Int, faulty: [RoundEntry]) -> Contents {
            Contents(rounds: rounds, boxes: boxes, faulty: faulty, journal: journal, journalFault: journalFault)
        }
    }

    private static let sums = "SHA256SUMS"
    private static let database = FolderLayout.databaseName
    private static let missing = "boxes.missing"

    /// Whether a round's boxes are the ones that its documents seal.
    /// - Parameter document: of the round, by its name.
    public typealias BoxCheck =
        @Sendable (
            _ document: (_ name: String) throws -> [UInt8]?, _ read: BoxReading
        ) throws -> Bool

    let path: String

    /// The journal's codes that people have written down.
    private let codes: [String]

    init(at path: String, known codes: [String] = []) { (self.path, self.codes) = (path, codes) }

    /// - Parameters:
    ///   - states: in which a round's boxes are sealed.
    ///   - areSealed: asked of each round's boxes as they were copied; boxes that are not are copied all the same.
    /// - Throws: `StorageError`: `exists` if there is something at the path; `missing` for an installation that is not
    ///   there; `full`, `inputOutput`.
    func make(
        of layout: FolderLayout, boxesIn states: Set<String>, areSealed: @escaping BoxCheck
    ) async throws -> Contents {
        guard !FileTree.exists(path) else { throw StorageError(.exists, "\(path): it is there already: name another") }
        guard FileTree.exists(layout.database) else {
            throw StorageError(.missing, "\(layout.root): no installation here")
        }
        guard !isInside(layout.root) else {
            throw StorageError(.exists, "\(path): inside the data folder, which it is to outlive: name another place")
        }
        let draft = Backup(at: path + ".part", known: codes)
        guard !FileTree.exists(draft.path) else {
            throw StorageError(.exists, "\(draft.path): left by a backup that was interrupted: remove it, then repeat")
        }
        let path = path
        return try await Blocking.run {
            do {
                let contents = try draft.fill(from: layout, boxesIn: states, areSealed)
                try FileTree.move(draft.path, to: path)
                return contents
            } catch {
                try? FileManager.default.removeItem(atPath: draft.path)
                throw error
            }
        }
    }

    /// Wherever links and dots lead.
    private func isInside(_ folder: String) -> Bool {
        let place = URL(filePath: path).deletingLastPathComponent().resolvingSymlinksInPath()
        return place.pathComponents.starts(with: URL(filePath: folder).resolvingSymlinksInPath().pathComponents)
    }

    private func fill(
        from layout: FolderLayout, boxesIn states: Set<String>, _ areSealed: BoxCheck
    ) throws -> Contents {
        try FileTree.makeFolder(path)
        // Looked at before the register: by then it says that they are sealed, or never will.
        let alone = try Self.boxesAlone(in: layout)
        try SQLiteEngine.copy(layout.database, to: file(Self.database))
        let (contents, sealed) = try contents(boxesIn: states)
        try Self.requireKnown(alone, among: sealed, in: layout)
        try copyBoxes(of: sealed, from: layout)
        return contents.with(boxes: sealed.count(where: hasBoxes), faulty: try faulty(among: sealed, areSealed))
    }

    /// Rounds whose boxes are the only copy of their slips: a spool goes once the register says sealed.
    private static func boxesAlone(in layout: FolderLayout) throws -> [[UInt8]] {
        try layout.roundIDs().filter { roundID in
            FileTree.exists(layout.boxes(of: roundID)) && !layout.spool(of: roundID).isAlive
        }
    }

    /// A backup that leaves the only copy of sealed slips out is none.
    /// - Throws: `StorageError`: `corrupt` for boxes that were sealed after the register was written.
    private static func requireKnown(
        _ boxes: [[UInt8]], among sealed: [RoundEntry], in layout: FolderLayout
    ) throws(StorageError) {
        let known = Set(sealed.compactMap(\.roundID))
        guard let first = boxes.first(where: { !known.contains($0) }) else { return }
        throw StorageError(
            .corrupt,
            "\(layout.database) is older than \(layout.boxes(of: first)), and would leave it out: copy the whole data "
                + "folder elsewhere instead (sổ cũ hơn hòm phiếu này: hãy sao toàn bộ thư mục dữ liệu ra nơi khác)")
    }

    /// - Returns: the rounds whose boxes, as they are in this backup, are not the ones that were sealed.
    private func faulty(among sealed: [RoundEntry], _ areSealed: BoxCheck) throws -> [RoundEntry] {
        var faulty: [RoundEntry] = []
        try SQLiteEngine.examine(file(Self.database)) { session in
            faulty = try sealed.filter { round in
                guard hasBoxes(of: round), let name = Self.boxes(of: round) else { return true }
                return try !areSealed(
                    { document in
                        try session.row(
                            "SELECT bytes FROM documents WHERE round = ? AND name = ?", [round.id, document])?["bytes"]
                    },
                    KeptFile(file(name)).read)
            }
        }
        return faulty
    }

    private func file(_ name: String) -> String { path + "/" + name }

    /// What stands in the place of a round's boxes that are gone.
    private static func marker(of boxes: String) -> String { boxes.replacing(FolderLayout.boxesName, with: missing) }

    private func hasBoxes(of round: RoundEntry) -> Bool {
        Self.boxes(of: round).map { FileTree.exists(file($0)) } ?? false
    }

    private static func boxes(of round: RoundEntry) -> String? {
        round.roundID.map { "rounds/\(Base64URL.encode($0))/\(FolderLayout.boxesName)" }
    }

    /// Reads the register that was copied.
    private func contents(boxesIn states: Set<String>) throws -> (contents: Contents, sealed: [RoundEntry]) {
        var rounds: [RoundEntry] = []
        var (journal, fault): (JournalHead, JournalFault?) = (.empty, nil)
        try SQLiteEngine.examine(file(Self.database)) { session in
            rounds = try session.rows("SELECT * FROM rounds ORDER BY createdAt DESC, id").map(RoundEntry.init(row:))
            guard try session.hasTable("journalHead") else { return }
            journal = try JournalChain.head(session)
            fault = try JournalChain.fault(known: codes, session)
        }
        let sealed = rounds.filter { states.contains($0.state) }
        return (Contents(rounds: rounds, boxes: 0, faulty: [], journal: journal, journalFault: fault), sealed)
    }

    private func copyBoxes(of sealed: [RoundEntry], from layout: FolderLayout) throws {
        try FileTree.makeFolder(file("rounds"))
        var names = [Self.database]
        for round in sealed {
            guard let roundID = round.roundID, let name = Self.boxes(of: round) else { continue }
            try FileTree.makeFolder(file("rounds/" + Base64URL.encode(roundID)))
            if FileTree.exists(layout.boxes(of: roundID)) {
                try Self.copy(layout.boxes(of: roundID), to: file(name))
                names.append(name)
            } else {
                let marker = Self.marker(of: name)
                try FileTree.replace(
                    file(marker), with: Array("\(round.id): no \(FolderLayout.boxesName) to back up\n".utf8))
                names.append(marker)
            }
        }
        let lines = try names.map { "\(try Self.digest(of: file($0)))  \($0)\n" }
        try FileTree.replace(file(Self.sums), with: Array(lines.joined().utf8))
    }

    // MARK: - Putting it back

    /// Restores into a folder that holds no installation, and ends every session and token: what was revoked since the
    /// backup must not live again. The register is put in place last.
    /// - Throws: `StorageError`: `exists` for a folder with something in it; `corrupt` where the backup is not what was
    ///   written; `wrongKey`; `missing`; `full`, `inputOutput`.
    func restore(to layout: FolderLayout, boxesIn states: Set<String>) async throws -> Contents {
        let names = try verified()
        let masterKey = try MasterKey(file: layout.masterKey)
        try SQLRegister.examine(file(Self.database), masterKey: masterKey)
        let (contents, sealed) = try contents(boxesIn: states)
        let boxes = sealed.compactMap(Self.boxes).map { names.contains($0) ? $0 : Self.marker(of: $0) }
        guard Set(names) == Set([Self.database] + boxes) else {
            throw StorageError(.corrupt, "\(path): it lacks the boxes of a sealed round: take another backup")
        }
        try Self.requireEmpty(layout)
        try await Blocking.run { try lay(names, layout) }
        try SQLRegister(opening: layout.database, masterKey: masterKey).endAllTokens()
        return contents.with(boxes: sealed.count(where: hasBoxes), faulty: sealed.filter { !hasBoxes(of: $0) })
    }

    /// - Returns: the names of all files but the sums.
    private func verified() throws -> [String] {
        let text = try String(decoding: OpenFile(file(Self.sums), O_RDONLY).read(limit: 1 << 22), as: UTF8.self)
        let lines = text.split(separator: "\n")
        guard !lines.isEmpty else { throw StorageError(.corrupt, "\(file(Self.sums)): empty: take another backup") }
        return try lines.map { line in
            let (digest, name) = (line.prefix(64), String(line.dropFirst(66)))
            guard Self.isOurs(name), FileTree.exists(file(name)), try Self.digest(of: file(name)) == digest else {
                throw StorageError(.corrupt, "\(path): \(name) is not what was backed up: take another backup")
            }
            return name
        }
    }

    /// Nothing outside of the folder is ever named.
    private static func isOurs(_ name: String) -> Bool {
        guard name != database else { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0] == "rounds" && (parts[2] == FolderLayout.boxesName || parts[2] == missing)
            && (try? Base64URL.decode(String(parts[1])))?.count == 32
    }

    private static func requireEmpty(_ layout: FolderLayout) throws {
        guard FileTree.exists(layout.root) else { return }
        let names = try FileManager.default.contentsOfDirectory(atPath: layout.root)
        guard names.allSatisfy({ layout.root + "/" + $0 == layout.masterKey }) else {
            throw StorageError(.exists, "\(layout.root): there is something in it: restore into an empty folder")
        }
    }

    private func lay(_ names: [String], _ layout: FolderLayout) throws {
        try FileTree.makeFolder(layout.root)
        let lock = try FolderLock(layout.lock)
        defer { withExtendedLifetime(lock) {} }
        for folder in [layout.spoolKeys, layout.rounds] { try FileTree.makeFolder(folder) }
        for name in names where name != Self.database && !name.hasSuffix(Self.missing) {
            try FileTree.makeFolder(layout.root + "/" + name.split(separator: "/").dropLast().joined(separator: "/"))
            try Self.copy(file(name), to: layout.root + "/" + name)
        }
        try Self.copy(file(Self.database), to: layout.database)
    }

    private static func copy(_ source: String, to target: String) throws {
        try FileTree.replace(target) { file in try KeptFile(source).read(file.write) }
    }

    /// SHA-256, in hexadecimal.
    private static func digest(of path: String) throws -> String {
        var hash = SHA256()
        try KeptFile(path).read { hash.update(data: $0) }
        return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
