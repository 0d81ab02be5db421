/// Which objects a revision wrote, as its cross-references and its bytes show.
struct ObjectChanges {
    /// Were there before.
    private(set) var changed: Set<Int> = []
    /// Were not.
    private(set) var added: Set<Int> = []
    /// New objects that are there for the file's form only: object streams, and the cross-references themselves.
    private(set) var scaffolding: Set<Int> = []
    private(set) var forbidden: [ForbiddenChange] = []
    /// Those of them that are not packed in streams, as they stand in the file.
    private(set) var values: [Int: PDFObject] = [:]

    private let structure: PDFStructure
    private let revision: Revision
    private let start: Int
    private let before: PDFStructure.State
    private let after: PDFStructure.State

    /// - Parameter index: the revision, not the first.
    init(_ index: Int, in history: PDFHistory) throws(PDFError) {
        structure = history.structure
        (before, after) = (try history.document(after: index - 1).state, try history.document(after: index).state)
        (revision, start) = (structure.revisions[index], structure.revisions[index - 1].end)
        for (number, entry) in revision.section.entries.sorted(by: { $0.key < $1.key }) { sort(number, entry) }
        guard forbidden.isEmpty else { return }
        try account()
    }

    private mutating func sort(_ number: Int, _ entry: CrossReference) {
        let earlier = before[number] ?? .free
        guard entry != earlier else { return }
        switch entry {
        case .free: return forbidden.append(.objectFreed(number))
        case .offset(let offset, _):
            guard (start..<revision.section.range.upperBound).contains(offset) else {
                return forbidden.append(.objectElsewhere(number))
            }
            if offset == revision.section.offset { scaffolding.insert(number) }
        case .packed(let container, _):
            guard case .offset = revision.section.entries[container], before[container]?.generation == nil else {
                return forbidden.append(.objectElsewhere(number))
            }
            scaffolding.insert(container)
        }
        if let generation = earlier.generation {
            if generation != entry.generation { forbidden.append(.objectElsewhere(number)) }
            changed.insert(number)
        } else {
            added.insert(number)
        }
    }

    /// Every byte of the revision belongs to one of its objects or to its cross-references; between them is white
    /// space, or a comment. Nothing can lie in wait.
    private mutating func account() throws(PDFError) {
        var ranges = [revision.section.range]
        for number in changed.union(added) {
            guard let object = try structure.indirectObject(number, in: after) else { continue }
            values[number] = object.value
            if object.range != revision.section.range { ranges.append(object.range) }
        }
        var position = start
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            var scanner = PDFScanner(structure.bytes, at: position, end: range.lowerBound)
            scanner.skipSpace()
            guard position <= range.lowerBound, scanner.position == range.lowerBound else {
                return forbidden.append(.unaccountedBytes(offset: scanner.position))
            }
            position = range.upperBound
        }
    }
}
