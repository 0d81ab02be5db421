import Glibc
import OpenSSLKit

/// Rounds' spools, boxes and archives.
extension DataFolder {
    func createSpool(
        of roundID: [UInt8], tokenKeys: [SecretBytes], gatewayKey: SecretBytes?
    ) async throws -> any BallotSpool {
        let (layout, masterKey) = (layout, masterKey)
        return try await Blocking.run {
            try FileTree.makeFolder(layout.round(roundID))
            return try SQLiteSpool.create(
                layout.spool(of: roundID), roundID, SpoolKeys(tokens: tokenKeys, gateway: gatewayKey),
                under: masterKey)
        }
    }

    func openSpool(of roundID: [UInt8]) async throws -> any BallotSpool {
        let (files, masterKey) = (layout.spool(of: roundID), masterKey)
        return try await Blocking.run { try SQLiteSpool.open(files, roundID, under: masterKey) }
    }

    func destroySpool(of roundID: [UInt8]) async throws {
        let files = layout.spool(of: roundID)
        try await Blocking.run { try files.destroy() }
    }

    func boxes(of roundID: [UInt8]) -> any SealedBoxes { BoxesFile(layout.boxes(of: roundID)) }

    func archive(of roundID: [UInt8]) -> KeptFile { KeptFile(layout.record(of: roundID)) }

    func holding(of roundID: [UInt8]) -> RoundHolding {
        let (spool, boxes) = (layout.spool(of: roundID), layout.boxes(of: roundID))
        return RoundHolding(
            roundID: roundID, hasSpoolKey: spool.isAlive, hasSpoolDatabase: FileTree.exists(spool.database),
            hasBoxes: FileTree.exists(boxes), hasUnfinishedBoxes: FileTree.exists(boxes + ".new"),
            obstacle: obstacle(of: roundID),
            places: RoundHolding.Places(
                round: "\(layout.round(roundID)), \(spool.key)", boxes: boxes, register: layout.database))
    }

    /// A spool is written to, and its folders too, since it leaves them in the end; sealed boxes are only read.
    private func obstacle(of roundID: [UInt8]) -> String? {
        let (folder, spool) = (layout.round(roundID), layout.spool(of: roundID))
        let (isThere, all) = (spool.isAlive || FileTree.exists(spool.database), R_OK | W_OK | X_OK)
        let folders = isThere ? [(folder, all), (layout.spoolKeys, all)] : [(folder, X_OK)]
        let files = (spool.databaseFiles + [spool.key]).map { ($0, R_OK | W_OK) }
        return Writability.obstacle(among: folders + files + [(layout.boxes(of: roundID), R_OK)])
    }

    func holdings() throws -> [RoundHolding] { try layout.roundIDs().map(holding) }
}
