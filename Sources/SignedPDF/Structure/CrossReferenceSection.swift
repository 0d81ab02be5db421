/// What one writing of a file says of where objects are: a table with a trailer, or a stream that is both.
struct CrossReferenceSection {
    let offset: Int
    let isStream: Bool
    let entries: [Int: CrossReference]
    let trailer: PDFObject.Dictionary
    /// From its first byte to behind the trailer or the stream.
    let range: Range<Int>

    /// Where the section of the writing before is; nil for a file's first.
    let previous: Int?

    init(
        offset: Int, isStream: Bool, entries: [Int: CrossReference], trailer: PDFObject.Dictionary, range: Range<Int>
    ) throws(PDFError) {
        (self.offset, self.isStream, self.entries) = (offset, isStream, entries)
        (self.trailer, self.range) = (trailer, range)
        guard trailer["Encrypt"] == nil else { throw .encrypted }
        guard trailer["XRefStm"] == nil else { throw .unsupported("cross-references in two forms") }
        previous = try Self.previous(trailer, below: offset)
        guard let size = trailer["Size"]?.integer, entries.keys.allSatisfy({ $0 < size }) else {
            throw .malformed("offset \(offset): an object beyond the trailer's /Size")
        }
        guard trailer["Root"]?.reference != nil else { throw .malformed("offset \(offset): the trailer has no /Root") }
    }

    /// Files are written on at their end; only a linearized one has its sections the other way round.
    private static func previous(_ trailer: PDFObject.Dictionary, below offset: Int) throws(PDFError) -> Int? {
        guard let entry = trailer["Prev"] else { return nil }
        guard let previous = entry.integer, previous >= 0 else {
            throw .malformed("offset \(offset): the trailer's /Prev is no offset")
        }
        guard previous < offset else { throw .unsupported("a linearized file, or its parts out of order") }
        return previous
    }
}

/// Where an object is (ISO 32000-2, 7.5.4 and 7.5.8.3).
enum CrossReference: Hashable, Sendable {
    case free
    case offset(Int, generation: Int)
    /// Within an object stream.
    case packed(container: Int, index: Int)

    /// Of an object that is there.
    var generation: Int? {
        switch self {
        case .free: nil
        case .offset(_, let generation): generation
        case .packed: 0
        }
    }
}
