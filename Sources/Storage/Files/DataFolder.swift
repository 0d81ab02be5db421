/// One installation's folder, held by this process alone: its keys, its register, its rounds' spools and boxes.
final class DataFolder: BallotStorage {
    let layout: FolderLayout
    let masterKey: MasterKey
    let sql: SQLRegister
    private let lock: FolderLock

    var register: any Register { sql }
    var place: String { layout.root }

    /// Opens the folder, having checked that its database is intact, of a known version, and fits the master key.
    /// - Throws: `StorageError`: `missing`, `locked`, `corrupt`, `newerSchema`, `wrongKey`, `unsafePermissions`,
    ///   `notWritable`.
    convenience init(opening layout: FolderLayout) throws { try self.init(opening: layout, through: { $0 }) }

    /// - Parameter wrap: lets tests stand between the register and its engine.
    init(opening layout: FolderLayout, through wrap: (any SQLEngine) -> any SQLEngine) throws {
        guard FileTree.exists(layout.database) else { throw Self.noRegister(layout) }
        self.layout = layout
        lock = try Writability.explaining(layout) { try FolderLock(layout.lock) }
        let masterKey = try MasterKey(file: layout.masterKey)
        self.masterKey = masterKey
        sql = try Writability.explaining(layout) {
            try SQLRegister(opening: layout.database, masterKey: masterKey, through: wrap)
        }
    }

    private static func noRegister(_ layout: FolderLayout) -> StorageError {
        guard (try? layout.roundIDs().isEmpty) == false else {
            return StorageError(.missing, "\(layout.root): no installation here: run `phieukin init` first")
        }
        return StorageError(
            .missing,
            "\(layout.database): the register is gone, and files of rounds are there: restore the register from a "
                + "backup, and move nothing else")
    }

    /// Lays out a new folder, with a new master key unless the layout names one that is there.
    ///
    /// The database is put in place last: an interrupted creation can simply be repeated.
    /// - Throws: `StorageError`: `exists` if the folder holds an installation, or what is left of one.
    static func create(_ layout: FolderLayout) throws {
        try FileTree.makeFolder(layout.root)
        let lock = try FolderLock(layout.lock)
        defer { withExtendedLifetime(lock) {} }
        guard !FileTree.exists(layout.database), try layout.roundIDs().isEmpty else {
            throw StorageError(.exists, "\(layout.root): there is an installation here already, or what is left of one")
        }
        try FileTree.makeFolder(layout.spoolKeys)
        try FileTree.makeFolder(layout.rounds)
        if !FileTree.exists(layout.masterKey) { try MasterKey.create(file: layout.masterKey) }
        try SQLRegister.create(at: layout.database, masterKey: MasterKey(file: layout.masterKey))
    }

    func tryWriting() async throws {
        try await Writability.explaining(layout) { try await sql.tryWriting() }
    }

    /// Closes the database, and lets the next one into the folder.
    func close() throws {
        try sql.engine.close()
        lock.letGo()
    }
}
