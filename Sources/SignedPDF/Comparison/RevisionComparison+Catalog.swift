extension RevisionComparison {
    /// Producing programs that may say of themselves what they did.
    private static let information: Set<String> = ["ModDate", "Producer"]

    mutating func compareTrailers(
        _ before: PDFObject.Dictionary, _ after: PDFObject.Dictionary
    ) throws(PDFError) {
        let (first, later) = (before["ID"]?.array?.first, after["ID"]?.array?.first)
        if first != nil, first != later { forbid(.identifierChanged) }
        let (old, new) = (try old.resolve(before["Info"]), try new.resolve(after["Info"]))
        try explain(before["Info"], after["Info"])
        guard old != new else { return }
        guard old == .null || old.dictionary != nil, let entries = new.dictionary else {
            return forbid(.informationChanged("Info"))
        }
        for key in Self.differences(old.dictionary ?? [:], entries) where !Self.information.contains(key) {
            forbid(.informationChanged(key))
        }
        permit(.documentInformation)
    }

    mutating func compareCatalogs(_ history: PDFHistory, _ index: Int) throws(PDFError) {
        if let root = history.trailer(after: index)["Root"]?.reference { try explain(root) }
        let (before, after) = (try history.catalog(after: index - 1), try history.catalog(after: index))
        try compareForms(before, after)
        try comparePages()
        var expected: Set<String> = ["AcroForm", "DSS", "Extensions", "Metadata", "Version"]
        if try isFirstCertification(before["Perms"], after["Perms"]) { expected.insert("Perms") }
        for key in Self.differences(before, after) where !expected.contains(key) { forbid(.catalogEntry(key)) }
        try compareStores(before["DSS"], after["DSS"])
        try compareExtensions(before["Extensions"], after["Extensions"])
        compareVersions(before["Version"], after["Version"])
        let information = try old.resolve(history.trailer(after: index - 1)["Info"]).dictionary
        try compareMetadata(before["Metadata"], after["Metadata"], title: information?["Title"])
    }

    /// Whether a signature was signed before this revision.
    var hasSignature: Bool { oldFields.contains { $0.type == "Sig" && $0.value != nil } }

    /// The first signature may certify the document.
    private mutating func isFirstCertification(_ before: PDFObject?, _ after: PDFObject?) throws(PDFError) -> Bool {
        guard !hasSignature, before == nil, let permissions = try new.resolve(after).dictionary,
            Array(permissions.keys) == ["DocMDP"]
        else { return false }
        try explain(before, after)
        return true
    }

    /// What the new parts make use of; it changes nothing that is seen.
    private mutating func compareExtensions(_ before: PDFObject?, _ after: PDFObject?) throws(PDFError) {
        let (old, new) = (try old.resolve(before), try new.resolve(after))
        guard old != new else { return }
        guard new.dictionary != nil || new == .null else { return forbid(.catalogEntry("Extensions")) }
        var hasReference = false
        new.forEachReference { _ in hasReference = true }
        guard !hasReference else { return forbid(.catalogEntry("Extensions")) }
        try explain(before, after)
        permit(.version)
    }

    private mutating func compareVersions(_ before: PDFObject?, _ after: PDFObject?) {
        guard before != after else { return }
        guard let version = after?.name, ["1.4", "1.5", "1.6", "1.7", "2.0"].contains(version) else {
            return forbid(.catalogEntry("Version"))
        }
        permit(.version)
    }

    /// Keys of entries that are not the same in both.
    static func differences(_ before: PDFObject.Dictionary, _ after: PDFObject.Dictionary) -> [String] {
        Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    }
}
