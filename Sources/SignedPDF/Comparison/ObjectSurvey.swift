/// Who refers to whom among the objects that are there, kept up from revision to revision: each object is looked at once.
///
/// Objects that a revision did not write need no comparing: they are the same bytes at the same place. What can still
/// change under them is what they refer to.
struct ObjectSurvey {
    /// How often each object is referred to; one that is not there, too: whatever is put there later comes to be seen
    /// without any change.
    private(set) var uses: [Int: Int] = [:]
    private var references: [Int: [Int]] = [:]
    /// As trailers, cross-references that are streams refer to objects without using them.
    private let sections: Set<Int>

    init(_ history: PDFHistory, after revision: Int) throws(PDFError) {
        sections = Set(history.structure.revisions.map(\.section.offset))
        let document = try history.document(after: revision)
        for number in document.state.keys.sorted() { try add(number, of: document) }
    }

    /// What the objects refer to after one revision more.
    mutating func advance(to revision: Int, in history: PDFHistory) throws(PDFError) {
        let document = try history.document(after: revision)
        for number in history.structure.revisions[revision].section.entries.keys.sorted() {
            for target in references.removeValue(forKey: number) ?? [] { uses[target, default: 0] -= 1 }
            try add(number, of: document)
        }
    }

    private mutating func add(_ number: Int, of document: PDFDocument) throws(PDFError) {
        guard let entry = document.state[number], let generation = entry.generation else { return }
        if case .offset(let offset, _) = entry, sections.contains(offset) { return }
        var found: [Int] = []
        try document.object(PDFReference(number, generation)).forEachReference { found.append($0.number) }
        try document.budget.charge(found.count, each: ReadingBudget.value)
        references[number] = found
        for target in found { uses[target, default: 0] += 1 }
    }
}
