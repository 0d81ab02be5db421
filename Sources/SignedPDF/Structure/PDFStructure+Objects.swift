extension PDFStructure {
    typealias State = [Int: CrossReference]

    /// What has been read of a file, so that nothing is read twice.
    final class ObjectStore {
        /// By their offset.
        fileprivate var objects: [Int: IndirectObject] = [:]
        /// What is packed in a stream, by the stream's offset.
        fileprivate var packed: [Int: [(number: Int, value: PDFObject)]] = [:]
    }

    /// Where every object is after the revisions `0...last`.
    func state(after last: Int) -> State {
        revisions[...last].reduce(into: [:]) { state, revision in
            state.merge(revision.section.entries) { _, newer in newer }
        }
    }

    /// The object as it stands in the file; nil where it is packed or not there.
    func indirectObject(_ number: Int, in state: State) throws(PDFError) -> IndirectObject? {
        guard case .offset(let offset, let generation) = state[number] else { return nil }
        let known = store.objects[offset]
        let object = if let known { known } else { try read(at: offset, number, in: state) }
        guard object.reference == PDFReference(number, generation) else {
            throw .malformed("offset \(offset): expected object \(number)")
        }
        return object
    }

    private func read(at offset: Int, _ number: Int, in state: State) throws(PDFError) -> IndirectObject {
        guard (0..<bytes.count).contains(offset) else { throw .malformed("object \(number) is beyond the file") }
        var scanner = PDFScanner(bytes, at: offset, budget: budget)
        let object = try scanner.indirectObject { reference throws(PDFError) in try length(reference, in: state) }
        // Objects may lie within each other's comments and be passed over again and again.
        try budget.charge(object.range.count - (object.streamRange?.count ?? 0) + ReadingBudget.entry)
        // A length that is an object of its own may be another in another revision.
        if object.value.entries?["Length"]?.reference == nil { store.objects[offset] = object }
        return object
    }

    /// A stream's length where it is an object of its own: a number, in the open.
    private func length(_ reference: PDFReference, in state: State) throws(PDFError) -> Int {
        guard case .offset(let offset, reference.generation) = state[reference.number], offset < bytes.count else {
            throw .malformed("object \(reference.number) is no stream's length")
        }
        var scanner = PDFScanner(bytes, at: offset, budget: budget)
        let object = try scanner.indirectObject { _ throws(PDFError) in throw .malformed("a length within a length") }
        guard object.reference == reference, let length = object.value.integer else {
            throw .malformed("object \(reference.number) is no stream's length")
        }
        return length
    }
}

/// Object streams (ISO 32000-2, 7.5.7).
extension PDFStructure {
    /// Reads all of them: other programs that show the file will unpack them without a limit.
    func readObjectStreams() throws(PDFError) {
        var state: State = [:]
        for revision in revisions {
            state.merge(revision.section.entries) { _, newer in newer }
            let containers = Set(
                revision.section.entries.values.compactMap { entry -> Int? in
                    if case .packed(let container, _) = entry { container } else { nil }
                })
            for container in containers.sorted() { _ = try packedObjects(of: container, in: state) }
        }
    }

    func packedObject(_ number: Int, _ index: Int, of container: Int, in state: State) throws(PDFError) -> PDFObject {
        let objects = try packedObjects(of: container, in: state)
        guard objects.indices.contains(index), objects[index].number == number else {
            throw .malformed("object \(number) is not where it should be packed")
        }
        return objects[index].value
    }

    private func packedObjects(
        of container: Int, in state: State
    ) throws(PDFError) -> [(number: Int, value: PDFObject)] {
        guard case .offset(let offset, _) = state[container] else {
            throw .malformed("object \(container) is no object stream")
        }
        if let known = store.packed[offset] { return known }
        guard let object = try indirectObject(container, in: state), let range = object.streamRange,
            let entries = object.value.entries, entries["Type"] == .name("ObjStm")
        else { throw .malformed("object \(container) is no object stream") }
        let data = try PackedStream(entries).unpack(bytes[range], budget: budget)
        let objects = try Self.objects(in: data, entries, budget: budget)
        store.packed[offset] = objects
        return objects
    }

    /// Pairs of number and place first, then the objects; none of them a stream.
    private static func objects(
        in data: [UInt8], _ entries: PDFObject.Dictionary, budget: ReadingBudget
    ) throws(PDFError) -> [(number: Int, value: PDFObject)] {
        guard let count = entries["N"]?.integer, let first = entries["First"]?.integer,
            (0...data.count).contains(count), (0...data.count).contains(first)
        else { throw .malformed("the size of an object stream") }
        var header = PDFScanner(data, end: first, budget: budget)
        var objects: [(number: Int, value: PDFObject)] = []
        for _ in 0..<count {
            header.skipSpace()
            let number = try header.count()
            header.skipSpace()
            let place = try header.count()
            var scanner = PDFScanner(data, at: first + min(place, data.count), budget: budget)
            let value = try scanner.object()
            try budget.charge(max(0, scanner.position - first - place) + ReadingBudget.entry)
            objects.append((number, value))
        }
        return objects
    }
}
