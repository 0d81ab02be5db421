public import OpenSSLKit

extension DataFolder {
    /// Makes the spool of a round that is being frozen; what an interrupted attempt left is removed first.
    /// - Parameter tokenKeys: the contests' private keys, in the contests' order.
    /// - Throws: `StorageError`: `exists` if the round has a whole spool.
    public func createSpool(of roundID: [UInt8], tokenKeys: [SecretBytes]) async throws -> SQLiteSpool {
        let (layout, masterKey) = (layout, masterKey)
        return try await Blocking.run {
            try FileTree.makeFolder(layout.round(roundID))
            return try SQLiteSpool.create(layout.spool(of: roundID), roundID, tokenKeys, under: masterKey)
        }
    }

    /// Opens the spool of a live round, ready to take slips.
    /// - Throws: `StorageError`: `missing` if it was destroyed or never whole, `wrongKey`, `corrupt`, `locked`.
    public func openSpool(of roundID: [UInt8]) async throws -> SQLiteSpool {
        let (files, masterKey) = (layout.spool(of: roundID), masterKey)
        return try await Blocking.run { try SQLiteSpool.open(files, roundID, under: masterKey) }
    }

    /// Whether the round's spool is whole and alive.
    public func hasSpool(of roundID: [UInt8]) -> Bool { layout.spool(of: roundID).isAlive }

    /// Destroys what is left of a round's spool that is not open: after a crash, finishes what was begun.
    public func destroySpool(of roundID: [UInt8]) async throws {
        let files = layout.spool(of: roundID)
        try await Blocking.run { try files.destroy() }
    }
}
