/// Where an operator has an installation kept, as the settings name it: whoever stands above makes, opens, saves and
/// restores it by this, and knows no file in it.
public struct StoragePlace: Hashable, Sendable {
    let layout: FolderLayout

    /// - Parameter masterKeyFile: may be outside the folder, so that no backup holds both; in the folder where nil.
    public init(folder: String, masterKeyFile: String? = nil) {
        layout = FolderLayout(root: folder, masterKey: masterKeyFile)
    }

    /// A file that nobody but this process may read: for trying whether somebody else can.
    public var guardedFile: String { layout.masterKey }

    /// Makes a new storage, with a new master key unless the settings name one that is there.
    /// - Throws: `StorageError`: `exists` if there is an installation, or what is left of one.
    public func create() throws { try DataFolder.create(layout) }

    /// - Throws: `StorageError`: `missing`, `locked`, `corrupt`, `newerSchema`, `wrongKey`, `unsafePermissions`,
    ///   `notWritable`.
    public func open() throws -> any BallotStorage { try DataFolder(opening: layout) }

    /// - Parameters:
    ///   - path: a folder that must not be there yet.
    ///   - states: in which a round's boxes are sealed.
    ///   - codes: of the journal's heads, as people have written them down.
    /// - Throws: as `Backup.make`.
    public func backUp(
        to path: String, boxesIn states: Set<String>, known codes: [String] = [], areSealed: @escaping Backup.BoxCheck
    ) async throws -> Backup.Contents {
        try await Backup(at: path, known: codes).make(of: layout, boxesIn: states, areSealed: areSealed)
    }

    /// - Parameter path: of a backup.
    /// - Throws: as `Backup.restore`.
    public func restore(_ path: String, boxesIn states: Set<String>) async throws -> Backup.Contents {
        try await Backup(at: path).restore(to: layout, boxesIn: states)
    }
}
