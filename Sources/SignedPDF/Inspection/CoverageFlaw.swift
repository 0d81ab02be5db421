/// Why the bytes that a signature claims to cover are not the ones it must cover.
public enum CoverageFlaw: String, Error, Sendable, Hashable, CaseIterable, CustomStringConvertible {
    /// There is no ByteRange, or it is not four integers beginning with 0.
    case badByteRange = "bad-byte-range"
    /// It reaches beyond the end of the file.
    case beyondFile = "beyond-file"
    /// What is left out is not exactly the signature's own Contents.
    case gapIsNotContents = "gap-is-not-contents"
    /// The bytes covered do not end where a revision ends.
    case notARevision = "not-a-revision"
    /// The signature is written in another revision than the one it covers.
    case otherRevision = "other-revision"
    /// Contents is not a hexadecimal string, or is not one DER value and zeros behind it.
    case badContents = "bad-contents"

    public var description: String {
        switch self {
        case .badByteRange: "the byte range is missing or not of the form [0 a b c]"
        case .beyondFile: "the byte range reaches beyond the end of the file"
        case .gapIsNotContents: "the byte range leaves out something else than the signature itself"
        case .notARevision: "the byte range does not end where a revision of the file ends"
        case .otherRevision: "the signature covers another revision than the one it was written in"
        case .badContents: "the signature's bytes are not one DER value followed by zeros"
        }
    }
}

/// How much of a file a signature covers.
public enum Coverage: Sendable, Hashable {
    /// All but the signature itself.
    case wholeFile
    /// The file as it was up to the byte `end`; what came later is told by `Changes`.
    case revision(end: Int)
    case broken(CoverageFlaw)
}
