import Glibc

/// A new file under a temporary name beside its target: it becomes the target whole, or vanishes.
final class UnfinishedFile {
    let descriptor: CInt
    private let target: String
    private let path: String
    private var isPublished = false

    /// - Throws: `ArchiveError` with `file`.
    init(target: String) throws(ArchiveError) {
        self.target = target
        path = "\(target).\(UInt64.random(in: .min ... .max)).unfinished"
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw systemError("create") }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        if !isPublished { unsafe unlink(path) }
    }

    /// Makes the contents durable, then gives them the target's name, replacing what had it.
    func publish() throws(ArchiveError) {
        guard fsync(descriptor) == 0 else { throw systemError("fsync") }
        guard unsafe rename(path, target) == 0 else { throw systemError("rename") }
        isPublished = true
        try syncFolder()
    }

    /// `count` bytes at `offset`; fewer only at the end of the file.
    func read(_ count: Int, at offset: Int) throws(ArchiveError) -> [UInt8] {
        try readBytes(count, at: offset, of: descriptor)
    }

    func overwrite(_ bytes: [UInt8], at offset: Int) throws(ArchiveError) {
        let put = unsafe bytes.withUnsafeBytes { unsafe pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
        guard put == bytes.count else { throw systemError("write") }
    }

    /// The new name itself survives a crash only once its folder is on disk.
    private func syncFolder() throws(ArchiveError) {
        let folder = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(target[...$0]) } ?? "."
        let handle = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw systemError("open folder") }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw systemError("fsync folder") }
    }
}
