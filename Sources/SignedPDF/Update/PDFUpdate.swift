/// What is appended to a file: changed and new objects (ISO 32000-2, 7.5.6). The bytes before it stay as they are.
struct PDFUpdate {
    let structure: PDFStructure
    private(set) var bodies: [Int: Body] = [:]
    private var values: [PDFReference: PDFObject] = [:]
    private var nextNumber: Int

    /// An object's bytes between `obj` and `endobj`.
    struct Body {
        let generation: Int
        let bytes: [UInt8]
    }

    /// - Throws: `PDFError.malformed` where bytes come behind the file's end.
    init(to structure: PDFStructure) throws(PDFError) {
        guard structure.trailingByteCount == 0 else {
            throw .malformed("\(structure.trailingByteCount) bytes behind the end of the document")
        }
        self.structure = structure
        let sizes = structure.revisions.compactMap { $0.section.trailer["Size"]?.integer }
        nextNumber = max(1, sizes.max() ?? 0)
    }

    /// The trailer before this update.
    var trailer: PDFObject.Dictionary { structure.revisions.last?.section.trailer ?? [:] }

    /// A name for an object that is told later.
    mutating func reserve() -> PDFReference {
        defer { nextNumber += 1 }
        return PDFReference(nextNumber)
    }

    mutating func set(_ reference: PDFReference, _ value: PDFObject) {
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        bodies[reference.number] = Body(generation: reference.generation, bytes: bytes)
        values[reference] = value
    }

    /// What the object will be, if it was set here and is no stream.
    func value(of reference: PDFReference) -> PDFObject? { values[reference] }

    mutating func add(_ value: PDFObject) -> PDFReference {
        let reference = reserve()
        set(reference, value)
        return reference
    }

    /// - Parameter entries: all but the length; with a `/Filter` the bytes are packed already.
    mutating func addStream(_ entries: PDFObject.Dictionary, _ bytes: [UInt8]) -> PDFReference {
        let reference = reserve()
        setStream(reference, entries, bytes)
        return reference
    }

    mutating func setStream(_ reference: PDFReference, _ entries: PDFObject.Dictionary, _ bytes: [UInt8]) {
        var (entries, data) = (entries, bytes)
        if entries["Filter"] == nil, let packed = Flate.deflate(bytes) {
            (entries["Filter"], data) = (.name("FlateDecode"), packed)
        }
        entries["Length"] = .integer(data.count)
        var body: [UInt8] = []
        PDFObject.dictionary(entries).write(to: &body)
        body += Array("\nstream\n".utf8) + data + Array("\nendstream".utf8)
        bodies[reference.number] = Body(generation: reference.generation, bytes: body)
    }

    /// One more than the highest number in use.
    var size: Int { nextNumber }
}
