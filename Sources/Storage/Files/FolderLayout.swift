import Foundation
import StrictEncoding

/// Where each thing of one installation is.
struct FolderLayout: Hashable, Sendable {
    let root: String

    /// May be outside `root`, so that no backup holds both.
    let masterKey: String

    /// - Parameter masterKey: the path of the master key's file; `master.key` in the folder where nil.
    init(root: String, masterKey: String? = nil) {
        self.root = root
        self.masterKey = masterKey ?? root + "/master.key"
    }

    static let databaseName = "phieukin.sqlite"
    static let boxesName = "boxes.bin"

    var database: String { root + "/" + Self.databaseName }
    var lock: String { root + "/phieukin.lock" }

    /// The wrapped key of each live round's spool; no backup includes this folder.
    var spoolKeys: String { root + "/spool-keys" }

    var rounds: String { root + "/rounds" }

    func round(_ roundID: [UInt8]) -> String { rounds + "/" + Base64URL.encode(roundID) }

    /// The sealed boxes, in the protocol's `boxes.bin` form.
    func boxes(of roundID: [UInt8]) -> String { round(roundID) + "/" + Self.boxesName }

    /// The record's archive.
    func record(of roundID: [UInt8]) -> String { round(roundID) + "/record.zip" }

    /// The rounds that anything lies of, in a folder of theirs or among the spools' keys.
    func roundIDs() throws -> [[UInt8]] {
        let folders = try Self.names(in: rounds)
        let keys = try Self.names(in: spoolKeys).filter { $0.hasSuffix(".key") }.map { String($0.dropLast(4)) }
        return Set(folders + keys).sorted().compactMap { try? Base64URL.decode($0) }.filter { $0.count == 32 }
    }

    private static func names(in folder: String) throws -> [String] {
        guard FileTree.exists(folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder)
    }

    func spool(of roundID: [UInt8]) -> SpoolFiles {
        SpoolFiles(
            database: round(roundID) + "/spool.sqlite",
            key: spoolKeys + "/" + Base64URL.encode(roundID) + ".key"
        )
    }
}
