/// Which bytes a signature covers, found out from where things stand in the file, not from what it says alone.
struct SignatureCoverage {
    let coverage: Coverage
    /// Empty where coverage is broken.
    private(set) var contents: [UInt8] = []
    private(set) var signedBytes: [UInt8] = []

    init(of claim: SignatureClaim, in structure: PDFStructure) throws(PDFError) {
        // What is signed is copied, and hashed, for each signature.
        try structure.budget.charge(structure.bytes.count)
        do throws(CoverageFlaw) {
            let gap = try Self.gap(of: claim, in: structure.bytes)
            let end = gap.upperBound + claim.byteRange[3]
            let found = try Self.coverage(end: end, of: claim, in: structure)
            contents = try Self.contents(structure.bytes[gap])
            signedBytes = Array(structure.bytes[..<gap.lowerBound]) + structure.bytes[gap.upperBound..<end]
            coverage = found
        } catch {
            coverage = .broken(error)
        }
    }

    /// The byte range leaves out the signature's own Contents, from `<` to `>`, and nothing else.
    private static func gap(of claim: SignatureClaim, in bytes: [UInt8]) throws(CoverageFlaw) -> Range<Int> {
        let range = claim.byteRange
        guard claim.entries["ByteRange"]?.array?.count == 4, range.count == 4, range[0] == 0, range[1] > 0,
            range[3] > 0
        else { throw .badByteRange }
        guard range[1] < range[2], range[2] <= bytes.count, range[3] <= bytes.count - range[2] else {
            throw .beyondFile
        }
        guard let contents = claim.contents else { throw .badContents }
        guard contents == range[1]..<range[2] else { throw .gapIsNotContents }
        return contents
    }

    /// The covered bytes end where the revision does that the signature was written in: at its `%%EOF`, with or
    /// without the end of that line.
    private static func coverage(
        end: Int, of claim: SignatureClaim, in structure: PDFStructure
    ) throws(CoverageFlaw) -> Coverage {
        guard let revision = structure.revisions.firstIndex(where: { ($0.mark...$0.end).contains(end) }) else {
            throw .notARevision
        }
        guard revision == claim.revision else { throw .otherRevision }
        return end == structure.bytes.count ? .wholeFile : .revision(end: end)
    }

    private static func contents(_ string: ArraySlice<UInt8>) throws(CoverageFlaw) -> [UInt8] {
        guard let bytes = Hex.decode(string.dropFirst().dropLast()), let count = derCount(bytes),
            bytes[count...].allSatisfy({ $0 == 0 })
        else { throw .badContents }
        return Array(bytes[..<count])
    }

    /// How long the DER value at the start is, its tag and length included; nil where it is longer than `bytes`.
    private static func derCount(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 2 else { return nil }
        let size = bytes[1] < 0x80 ? 0 : Int(bytes[1] & 0x7F)
        guard bytes[1] != 0x80, size <= 4, bytes.count >= 2 + size else { return nil }
        let length = size == 0 ? Int(bytes[1]) : bytes[2..<2 + size].reduce(0) { $0 << 8 | Int($1) }
        return 2 + size + length <= bytes.count ? 2 + size + length : nil
    }
}
