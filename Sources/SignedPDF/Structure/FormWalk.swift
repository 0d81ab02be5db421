/// Goes down the tree of fields, handing down what fields inherit.
struct FormWalk {
    struct Node {
        var name = ""
        var type: PDFObject?
        var value: PDFObject?
    }

    private let document: PDFDocument
    private var visited: Set<PDFReference> = []
    private(set) var fields: [FormField] = []

    init(_ document: PDFDocument) { self.document = document }

    mutating func visit(_ item: PDFObject, above: Node?, depth: Int) throws(PDFError) {
        guard let reference = item.reference, depth < PDFLimits.nesting, visited.insert(reference).inserted else {
            throw .malformed("the tree of form fields")
        }
        guard let entries = try document.object(reference).dictionary else {
            throw .malformed("object \(reference.number): a form field that is no dictionary")
        }
        var node = above ?? Node()
        if let name = try document.text(entries["T"]) { node.name += (node.name.isEmpty ? "" : ".") + name }
        // A name has those of all the fields above it in it.
        try document.budget.charge(node.name.utf8.count + ReadingBudget.entry)
        if let type = entries["FT"] { node.type = try document.resolve(type) }
        if let value = entries["V"], value != .null { node.value = value }
        let kids = try document.resolve(entries["Kids"]).array ?? []
        try visit(kids, of: reference, entries, node, depth)
    }

    /// Kids with names are fields; without, they are where the field is seen.
    private mutating func visit(
        _ kids: [PDFObject], of reference: PDFReference, _ entries: PDFObject.Dictionary, _ node: Node, _ depth: Int
    ) throws(PDFError) {
        var widgets: [FormField.Widget] = []
        if entries["Subtype"] == .name("Widget") { widgets.append(.init(reference: reference, entries: entries)) }
        var hasFields = false
        for kid in kids {
            guard let kidReference = kid.reference, let kidEntries = try document.object(kidReference).dictionary else {
                throw .malformed("object \(reference.number): a form field's kids")
            }
            if kidEntries["T"] != nil {
                hasFields = true
                try visit(kid, above: node, depth: depth + 1)
            } else {
                guard visited.insert(kidReference).inserted else { throw .malformed("the tree of form fields") }
                widgets.append(.init(reference: kidReference, entries: kidEntries))
            }
        }
        guard !hasFields else { return }
        guard fields.count < PDFLimits.fieldCount else {
            throw .unsupported("more than \(PDFLimits.fieldCount) form fields")
        }
        fields.append(
            FormField(
                name: node.name, reference: reference, type: node.type?.name, value: node.value, entries: entries,
                widgets: widgets))
    }
}
