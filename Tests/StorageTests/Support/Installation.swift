import OpenSSLKit
import TestSupport
import Testing

@testable import Storage

/// A new data folder, and a round in it.
final class Installation: Sendable {
    let temporary: TemporaryFolder
    let layout: FolderLayout
    let roundID = [UInt8](repeating: 0xA5, count: 32)

    init() throws {
        temporary = try TemporaryFolder()
        layout = FolderLayout(root: temporary.path + "/data")
        try DataFolder.create(layout)
    }

    func open() throws -> DataFolder { try DataFolder(opening: layout) }

    func spool(contests: Int, in folder: DataFolder) async throws -> SQLiteSpool {
        let made = try await folder.createSpool(of: roundID, tokenKeys: (0..<contests).map { try .stand(for: $0) })
        return try #require(made as? SQLiteSpool)
    }

    func opened(in folder: DataFolder) async throws -> SQLiteSpool {
        try #require(try await folder.openSpool(of: roundID) as? SQLiteSpool)
    }

    /// Writes the boxes of a closed spool where they are kept.
    func writeBoxes(of spool: any BallotSpool) async throws { try await BoxesFile(boxes).write(from: spool) }

    var boxes: String { layout.boxes(of: roundID) }
}

extension SecretBytes {
    /// Stands for contest's private key.
    static func stand(for contest: Int) throws -> SecretBytes {
        SecretBytes(copying: [UInt8](repeating: UInt8(truncatingIfNeeded: contest), count: 1200))
    }
}

extension Installation {
    /// An open folder's register, with staff and a round in it.
    func register(_ folder: DataFolder) async throws -> SQLRegister {
        try await folder.register.create(Account(name: "an", displayName: "An", roles: ["admin"], password: "p"))
        try await folder.register.create(.draft("r1"))
        return folder.sql
    }
}

extension RoundEntry {
    static func draft(_ id: String, createdAt: Int = 100) -> RoundEntry {
        RoundEntry(
            id: id, kind: "recognition", state: "draft", title: "Vòng 1", year: 2025, createdAt: createdAt)
    }
}
