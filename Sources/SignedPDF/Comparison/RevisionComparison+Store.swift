extension RevisionComparison {
    private static let lists: Set<String> = ["CRLs", "Certs", "OCSPs"]
    private static let related: Set<String> = ["CRL", "Cert", "OCSP", "TS", "TU", "Type"]

    /// Validation data is only ever added to.
    mutating func compareStores(_ before: PDFObject?, _ after: PDFObject?) throws(PDFError) {
        let (known, all) = (try old.resolve(before), try new.resolve(after))
        guard known != .null || all != .null else { return }
        guard let entries = all.dictionary else { return forbid(.validationDataChanged) }
        try explain(before, after)
        let permitted = Self.lists.union(["VRI", "Type"])
        guard entries.keys.allSatisfy(permitted.contains) else { return forbid(.validationDataChanged) }
        var hasGrown = false
        for key in Self.lists.sorted() {
            hasGrown = try compareLists(known.dictionary?[key], entries[key]) || hasGrown
        }
        hasGrown = try compareRelations(known.dictionary?["VRI"], entries["VRI"]) || hasGrown
        if hasGrown { permit(.validationData) }
    }

    /// - Returns: whether something was added.
    private mutating func compareLists(_ before: PDFObject?, _ after: PDFObject?) throws(PDFError) -> Bool {
        let (known, all) = (try old.resolve(before).array ?? [], try new.resolve(after).array ?? [])
        try explain(before, after)
        guard known.allSatisfy(all.contains), all.allSatisfy({ $0.reference != nil }) else {
            forbid(.validationDataChanged)
            return false
        }
        return known.count != all.count
    }

    /// Which data belongs to which signature; nothing here depends on it.
    private mutating func compareRelations(_ before: PDFObject?, _ after: PDFObject?) throws(PDFError) -> Bool {
        let (known, all) = (try old.resolve(before), try new.resolve(after))
        try explain(before, after)
        for (key, relation) in (all.dictionary ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let entries = try new.resolve(relation).dictionary,
                entries.keys.allSatisfy(Self.related.contains)
            else {
                forbid(.validationDataChanged)
                return false
            }
            let knownRelation = known.dictionary?[key]
            try explain(knownRelation, relation)
            let knownEntries = try old.resolve(knownRelation).dictionary
            for key in ["CRL", "Cert", "OCSP"] where try new.resolve(entries[key]).array != nil {
                try explain(knownEntries?[key], entries[key])
            }
        }
        return known != all
    }
}
