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
