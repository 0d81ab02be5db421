/// A file in an archive.
public struct ZipEntry: Hashable, Sendable {
    public let name: String

    /// Unpacked size in bytes as the archive claims it; nil where it does not say. A claim only: the limit that is
    /// given when reading is what protects.
    public let size: Int?
}
