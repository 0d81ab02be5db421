import StrictEncoding

/// Where each thing of one installation is.
public struct FolderLayout: Hashable, Sendable {
    public let root: String

    /// May be outside `root`, so that no backup holds both.
    public let masterKey: String

    /// - Parameter masterKey: the path of the master key's file; `master.key` in the folder where nil.
    public init(root: String, masterKey: String? = nil) {
        self.root = root
        self.masterKey = masterKey ?? root + "/master.key"
    }

    public var database: String { root + "/phieukin.sqlite" }
    public var lock: String { root + "/phieukin.lock" }

    /// The wrapped key of each live round's spool; no backup includes this folder.
    public var spoolKeys: String { root + "/spool-keys" }

    public var rounds: String { root + "/rounds" }

    public func round(_ roundID: [UInt8]) -> String { rounds + "/" + Base64URL.encode(roundID) }

    /// The sealed boxes, in the protocol's `boxes.bin` form.
    public func boxes(of roundID: [UInt8]) -> String { round(roundID) + "/boxes.bin" }

    /// The record's archive.
    public func record(of roundID: [UInt8]) -> String { round(roundID) + "/record.zip" }

    func spool(of roundID: [UInt8]) -> SpoolFiles {
        SpoolFiles(
            database: round(roundID) + "/spool.sqlite",
            key: spoolKeys + "/" + Base64URL.encode(roundID) + ".key"
        )
    }
}
