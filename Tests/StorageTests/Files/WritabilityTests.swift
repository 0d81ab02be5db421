import Foundation
import Glibc
import TestSupport
import Testing

@testable import Storage

/// A register that cannot be written to is found at the start, and said by its files and their owner.
@Suite struct WritabilityTests {
    private static let isRoot = geteuid() == 0

    @Test(.enabled(if: SmallDisk.isAvailable)) func onAReadOnlyDisk() async throws {
        let disk = try SmallDisk(megabytes: 4)
        let layout = FolderLayout(root: disk.path + "/data")
        try DataFolder.create(layout)
        try disk.makeReadOnly()
        let error = #expect(throws: StorageError.self) { _ = try DataFolder(opening: layout) }
        #expect(error?.code == .notWritable)
        #expect(error?.detail.contains(layout.database) == true)
    }

    /// As after a restore by root: the service's account may read all, and write the register not.
    @Test(.enabled(if: isRoot)) func ofAnotherAccount() async throws {
        let place = try Installation()
        do {
            let folder = try place.open()
            try await folder.register.create(.draft("r"))
        }
        for path in [place.temporary.path, place.layout.root, place.layout.masterKey, place.layout.lock] {
            chown(path, 65_534, 65_534)
        }
        for suffix in ["", "-wal", "-shm"] { chmod(place.layout.database + suffix, 0o644) }
        await #expect(processExitsWith: .success) { [root = place.layout.root as String] in
            setuid(65_534)
            let error = #expect(throws: StorageError.self) { _ = try DataFolder(opening: FolderLayout(root: root)) }
            #expect(error?.code == .notWritable)
            #expect(error?.detail.contains("belongs to root (0)") == true, "\(error as Any)")
        }
    }

    /// A round's files are told apart from a disk that fails: by name, owner and what to do.
    @Test(.enabled(if: isRoot), arguments: ["spool", "key", "boxes", "folder"])
    func ofARoundOfAnotherAccount(kind: String) async throws {
        let place = try Installation()
        let (layout, roundID) = (place.layout, place.roundID)
        do {
            let folder = try place.open()
            let spool = try await place.spool(contests: 1, in: folder)
            await spool.close()
            try await place.writeBoxes(of: spool)
            try await spool.shutDown()
            try folder.close()
        }
        let (round, spool) = (layout.round(roundID), layout.spool(of: roundID))
        let fixed = ["spool": spool.database, "key": spool.key, "boxes": place.boxes, "folder": round]
        let all = [place.temporary.path, layout.root, layout.masterKey, layout.lock, layout.spoolKeys, layout.rounds]
        for path in all + ["", "-wal", "-shm"].map({ layout.database + $0 }) + fixed.values {
            chown(path, 65_534, 65_534)
        }
        let path = try #require(fixed[kind])
        #expect(try place.open().holding(of: roundID).obstacle == nil)
        chown(path, 0, 0)
        await #expect(processExitsWith: .success) {
            [root = layout.root as String, path = path as String, roundID = roundID as [UInt8]] in
            setuid(65_534)
            let folder = try DataFolder(opening: FolderLayout(root: root))
            let obstacle = folder.holding(of: roundID).obstacle ?? ""
            #expect(obstacle.hasPrefix(path + ": Permission denied"), "\(obstacle)")
            #expect(obstacle.contains("\(path) belongs to root (0)") && obstacle.contains("chown"), "\(obstacle)")
        }
        // Sealed boxes that may be read need not be written to.
        guard kind == "boxes" else { return }
        chmod(path, 0o644)
        await #expect(processExitsWith: .success) {
            [root = layout.root as String, roundID = roundID as [UInt8]] in
            setuid(65_534)
            let folder = try DataFolder(opening: FolderLayout(root: root))
            #expect(folder.holding(of: roundID).obstacle == nil)
        }
    }

    @Test func whatCanBeWrittenToIs() async throws {
        let place = try Installation()
        try await place.open().tryWriting()
    }
}

extension SmallDisk {
    fileprivate func makeReadOnly() throws {
        guard mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 else {
            throw CannotMount(reason: String(cString: strerror(errno)))
        }
    }
}
