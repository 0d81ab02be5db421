/// Compares a file before and after one of its revisions, object by object.
///
/// A change is forbidden unless something here explains it: the walk goes from the catalog down what a later
/// signature has to change, checks each such change, and notes the objects it has accounted for. Whatever objects were
/// written besides are reported.
struct RevisionComparison {
    let old: PDFDocument
    let new: PDFDocument
    let objects: ObjectChanges
    let survey: ObjectSurvey
    var step = RevisionStep()

    /// Changed objects whose change has been checked.
    private(set) var explained: Set<Int> = []
    /// The ones of them that must have no other use.
    private var exclusive: Set<Int> = []
    /// What has been checked, to follow its references into what was added.
    private var checked: [PDFObject] = []
    /// Fields of this revision, by their places on pages.
    var newWidgets: [PDFReference: Int] = [:]
    var newFields: [FormField] = []
    var oldFields: [FormField] = []

    /// What every revision after `first` did.
    static func steps(after first: Int, in history: PDFHistory) throws(PDFError) -> [RevisionStep] {
        guard first < history.last else { return [] }
        var steps: [RevisionStep] = []
        var survey = try ObjectSurvey(history, after: first)
        for index in first + 1...history.last {
            if index > first + 1 { try survey.advance(to: index - 1, in: history) }
            steps.append(try step(index, in: history, survey))
        }
        return steps
    }

    private static func step(
        _ index: Int, in history: PDFHistory, _ survey: ObjectSurvey
    ) throws(PDFError) -> RevisionStep {
        let objects = try ObjectChanges(index, in: history)
        guard objects.forbidden.isEmpty else { return RevisionStep(forbidden: objects.forbidden) }
        guard history.trailer(after: index)["Root"] == history.trailer(after: index - 1)["Root"] else {
            return RevisionStep(forbidden: [.catalogReplaced])
        }
        let (old, new) = (try history.document(after: index - 1), try history.document(after: index))
        var comparison = RevisionComparison(old: old, new: new, objects: objects, survey: survey)
        try comparison.compareTrailers(history.trailer(after: index - 1), history.trailer(after: index))
        try comparison.compareCatalogs(history, index)
        try comparison.conclude()
        return comparison.step
    }

    private init(old: PDFDocument, new: PDFDocument, objects: ObjectChanges, survey: ObjectSurvey) {
        (self.old, self.new, self.objects, self.survey) = (old, new, objects, survey)
    }

    mutating func permit(_ change: PermittedChange) { step.permitted.append(change) }
    mutating func forbid(_ change: ForbiddenChange) { step.forbidden.append(change) }

    /// Notes that the change from `before` to `after` has been checked, and that of the object both refer to.
    ///
    /// An object that was something else before and is pointed to only now stays unexplained.
    mutating func explain(_ before: PDFObject?, _ after: PDFObject?) throws(PDFError) {
        guard let after else { return }
        checked.append(after)
        guard before == after, let reference = after.reference else { return }
        if objects.changed.contains(reference.number) { exclusive.insert(reference.number) }
        try explain(reference)
    }

    /// Notes that an object's change has been checked, whatever refers to it.
    mutating func explain(_ reference: PDFReference) throws(PDFError) {
        guard objects.changed.contains(reference.number) else { return }
        explained.insert(reference.number)
        checked.append(try new.object(reference))
    }

    /// `value` itself, or the object it refers to; from the file where this revision wrote it, since signatures are
    /// long.
    func written(_ value: PDFObject?) throws(PDFError) -> PDFObject {
        if let reference = value?.reference, let object = objects.values[reference.number] { return object }
        return try new.resolve(value)
    }

    /// What is left is not permitted.
    private mutating func conclude() throws(PDFError) {
        for number in objects.changed.subtracting(explained).sorted() where try !isRewritten(number) {
            forbid(.objectChanged(number))
        }
        for number in exclusive.sorted() where survey.uses[number, default: 0] > 1 { forbid(.objectShared(number)) }
        for number in objects.added.sorted() where survey.uses[number, default: 0] > 0 {
            forbid(.referenceFilled(number))
        }
        let reached = try reachable()
        for number in objects.added.subtracting(reached).subtracting(objects.scaffolding).sorted() {
            forbid(.objectAdded(number))
        }
        if step.forbidden.isEmpty, step.permitted.isEmpty { permit(.nothing) }
    }

    /// Written again, and the same.
    private func isRewritten(_ number: Int) throws(PDFError) -> Bool {
        let reference = PDFReference(number, old.state[number]?.generation ?? 0)
        let value = try new.object(reference)
        guard try old.object(reference) == value else { return false }
        guard case .stream = value else { return true }
        return try old.rawStream(reference) == new.rawStream(reference)
    }

    /// The added objects that what was checked leads to.
    private func reachable() throws(PDFError) -> Set<Int> {
        var reached: Set<Int> = []
        var pending = checked
        while let value = pending.popLast() {
            var found: [PDFReference] = []
            value.forEachReference { reference in
                if objects.added.contains(reference.number), reached.insert(reference.number).inserted {
                    found.append(reference)
                }
            }
            for reference in found { pending.append(try written(.reference(reference))) }
        }
        return reached
    }
}

/// What one revision did to the file before it.
struct RevisionStep {
    var permitted: [PermittedChange] = []
    var forbidden: [ForbiddenChange] = []

    /// The step where no signature came with it or after it: what programs write of themselves as they sign is then
    /// somebody's, and nobody answers for it. What is forbidden anyway says enough.
    var unsigned: RevisionStep {
        guard forbidden.isEmpty else { return self }
        let loose = permitted.filter { !$0.mayStandUnsigned(beside: permitted) }
        return RevisionStep(permitted: permitted, forbidden: loose.map(ForbiddenChange.unsigned))
    }
}
