/// Why an archive could not be read or written, and at which entry.
public struct ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The stable name of a fault; the raw value is what programs see.
    public enum Reason: String, Sendable, CaseIterable {
        /// The file cannot be opened, read, written or renamed.
        case file
        /// The file is not a ZIP archive at all.
        case notZip = "not-zip"
        /// The file begins as a ZIP archive, but the directory that belongs at its end is not there.
        case truncated
        /// The contents do not agree with the recorded CRC-32.
        case wrongChecksum = "wrong-checksum"
        /// Any other disagreement inside the archive.
        case damaged
        /// An entry is encrypted.
        case encrypted
        /// An entry is packed by something other than "stored" and "deflated".
        case unsupportedMethod = "unsupported-method"
        /// A link, device, pipe or socket.
        case notAFile = "not-a-file"
        case tooManyEntries = "too-many-entries"
        /// An entry holds, or unpacks to, more bytes than the caller allows.
        case tooLarge = "too-large"
        case emptyName = "empty-name"
        case nameTooLong = "name-too-long"
        case nameNotUTF8 = "name-not-utf8"
        case absoluteName = "absolute-name"
        /// A name with a component "..", "." or nothing.
        case traversal
        case backslash
        case controlCharacter = "control-character"
        case repeatedName = "repeated-name"
        case noSuchEntry = "no-such-entry"
        /// An entry was announced with one size and produced another.
        case wrongSize = "wrong-size"
        /// A time that ZIP cannot hold (before 1980 or after 2105).
        case unusableTime = "unusable-time"
        /// The writer has finished, or has failed before.
        case closed
    }

    public let reason: Reason

    /// The entry's name, as far as it is known; nil where the fault is the whole file's.
    public let entry: String?

    /// What exactly was found or would have been right, in a few words; may be empty.
    public let detail: String

    public init(_ reason: Reason, entry: String? = nil, _ detail: String = "") {
        self.reason = reason
        self.entry = entry
        self.detail = detail
    }

    public var description: String {
        let fault = detail.isEmpty ? reason.rawValue : "\(reason.rawValue) (\(detail))"
        guard let entry else { return "archive: \(fault)" }
        // A name may come from anyone, and this may go to a terminal.
        return "archive, entry \(entry.debugDescription): \(fault)"
    }
}
