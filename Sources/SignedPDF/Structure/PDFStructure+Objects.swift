extension PDFStructure {
    typealias State = [Int: CrossReference]

    /// Where every object is after the revisions `0...last`.
    func state(after last: Int) -> State {
        revisions[...last].reduce(into: [:]) { state, revision in
            state.merge(revision.section.entries) { _, newer in newer }
        }
    }

    /// The object as it stands in the file; nil where it is packed or not there.
    func indirectObject(_ number: Int, in state: State) throws(PDFError) -> IndirectObject? {
        guard case .offset(let offset, let generation) = state[number] else { return nil }
        guard (0..<bytes.count).contains(offset) else { throw .malformed("object \(number) is beyond the file") }
        var scanner = PDFScanner(bytes, at: offset)
        let object = try scanner.indirectObject { reference throws(PDFError) in try length(reference, in: state) }
        guard object.reference == PDFReference(number, generation) else {
            throw .malformed("offset \(offset): expected object \(number)")
        }
        return object
    }

    /// A stream's length where it is an object of its own: a number, in the open.
    private func length(_ reference: PDFReference, in state: State) throws(PDFError) -> Int {
        guard case .offset(let offset, reference.generation) = state[reference.number], offset < bytes.count else {
            throw .malformed("object \(reference.number) is no stream's length")
        }
        var scanner = PDFScanner(bytes, at: offset)
        let object = try scanner.indirectObject { _ throws(PDFError) in throw .malformed("a length within a length") }
        guard object.reference == reference, let length = object.value.integer else {
            throw .malformed("object \(reference.number) is no stream's length")
        }
        return length
    }

    /// Holds what object streams unpack to under the limit, since qpdf unpacks them without one.
    func checkObjectStreams(budget: inout Int) throws(PDFError) {
        var state: State = [:]
        for revision in revisions {
            state.merge(revision.section.entries) { _, newer in newer }
            let containers = Set(
                revision.section.entries.values.compactMap { entry -> Int? in
                    if case .packed(let container, _) = entry { container } else { nil }
                })
            for container in containers.sorted() {
                guard let object = try indirectObject(container, in: state), let range = object.streamRange,
                    let entries = object.value.entries, entries["Type"] == .name("ObjStm")
                else { throw .malformed("object \(container) is no object stream") }
                _ = try PackedStream(entries).unpack(bytes[range], budget: &budget)
            }
        }
    }
}
