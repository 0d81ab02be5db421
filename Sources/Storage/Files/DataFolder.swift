/// One installation's folder, held by this process alone: its keys, its register, its rounds' spools.
public final class DataFolder: Sendable {
    public let layout: FolderLayout
    public let masterKey: MasterKey
    public let register: SQLiteRegister
    private let lock: FolderLock

    /// Opens the folder, having checked that its database is intact, of a known version, and fits the master key.
    /// - Throws: `StorageError`: `missing`, `locked`, `corrupt`, `newerSchema`, `wrongKey`, `unsafePermissions`.
    public init(opening layout: FolderLayout) throws {
        guard FileTree.exists(layout.database) else {
            throw StorageError(.missing, "\(layout.root): no installation here: run `phieukin init` first")
        }
        self.layout = layout
        lock = try FolderLock(layout.lock)
        masterKey = try MasterKey(file: layout.masterKey)
        register = try SQLiteRegister(opening: layout.database, masterKey: masterKey)
    }

    /// Lays out a new folder, with a new master key unless the layout names one that is there.
    ///
    /// The database is put in place last: an interrupted creation can simply be repeated.
    /// - Throws: `StorageError`: `exists` if the folder holds an installation.
    public static func create(_ layout: FolderLayout) throws {
        try FileTree.makeFolder(layout.root)
        let lock = try FolderLock(layout.lock)
        defer { withExtendedLifetime(lock) {} }
        guard !FileTree.exists(layout.database) else {
            throw StorageError(.exists, "\(layout.root): there is an installation here already")
        }
        try FileTree.makeFolder(layout.spoolKeys)
        try FileTree.makeFolder(layout.rounds)
        if !FileTree.exists(layout.masterKey) { try MasterKey.create(file: layout.masterKey) }
        try SQLiteRegister.create(at: layout.database, masterKey: MasterKey(file: layout.masterKey))
    }

    /// Closes the database.
    public func close() throws { try register.close() }
}
