import Foundation
import Glibc
import TestSupport

/// A file system in memory with little room, mounted for one test.
final class SmallDisk: Sendable {
    struct CannotMount: Error { let reason: String }

    let path: String
    private let folder: TemporaryFolder

    init(megabytes: Int) throws {
        folder = try TemporaryFolder()
        path = folder.path + "/disk"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            throw CannotMount(reason: String(cString: strerror(errno)))
        }
    }

    deinit { umount2(path, CInt(MNT_DETACH)) }

    static let isAvailable = (try? SmallDisk(megabytes: 1)) != nil
}
