/// All objects of the file before a revision, looked at once, as they stand in it.
///
/// Objects that the revision did not write need no comparing: they are the same bytes at the same place. What can still
/// change under them is what they refer to.
struct ObjectSurvey {
    /// Referred to, and not there: whatever is put there later comes to be seen without any change.
    private(set) var dangling: Set<Int> = []
    /// How often each changed object is referred to.
    private(set) var uses: [Int: Int] = [:]

    let generations: [Int: Int]

    /// - Parameter packed: the file before the revision, for the objects that are packed in streams.
    init(
        _ structure: PDFStructure, state: PDFStructure.State, packed: QPDFDocument, changed: Set<Int>
    ) throws(PDFError) {
        generations = state.compactMapValues(\.generation)
        // As trailers, cross-references that are streams refer to objects without using them.
        let sections = Set(structure.revisions.map(\.section.offset))
        for (number, entry) in state where entry != .free {
            if case .offset(let offset, _) = entry, sections.contains(offset) { continue }
            if let object = try structure.indirectObject(number, in: state) {
                survey(object.value, changed)
            } else {
                survey(try packed.object(PDFReference(number)), changed)
            }
        }
    }

    private mutating func survey(_ value: PDFObject, _ changed: Set<Int>) {
        value.forEachReference { reference in
            if generations[reference.number] == nil { dangling.insert(reference.number) }
            if changed.contains(reference.number) { uses[reference.number, default: 0] += 1 }
        }
    }
}
