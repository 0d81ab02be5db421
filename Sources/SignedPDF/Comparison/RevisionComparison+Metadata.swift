extension RevisionComparison {
    private static let stream: Set<String> = ["DecodeParms", "Filter", "Length", "Subtype", "Type"]

    /// What the document says of itself to programs (XMP; ISO 32000-2, 14.3.2). Signing programs write there when they
    /// wrote, and who they are. People see nothing of it but a title, which must stay the one that was signed.
    mutating func compareMetadata(
        _ before: PDFObject?, _ after: PDFObject?, title: PDFObject?
    ) throws(PDFError) {
        guard before != after || after?.reference.map({ objects.changed.contains($0.number) }) ?? false else { return }
        guard let reference = after?.reference, case .stream(let entries) = try new.object(reference),
            entries.keys.allSatisfy(Self.stream.contains),
            entries["Type"] == .name("Metadata"), entries["Subtype"] == .name("XML")
        else { return forbid(.catalogEntry("Metadata")) }
        try explain(before, after)
        var titles = Set([try old.text(title)].compactMap(\.self))
        if let known = before?.reference { titles.formUnion(XMPPacket.titles(in: try old.stream(known)) ?? []) }
        guard let written = XMPPacket.titles(in: try new.stream(reference)) else {
            return forbid(.catalogEntry("Metadata"))
        }
        guard titles.isSuperset(of: written) else { return forbid(.informationChanged("Title")) }
        permit(.metadata)
    }
}
