/// A signed field and its signature dictionary (ISO 32000-2, table 255), as they stand in the file.
struct SignatureClaim {
    let field: FormField
    let entries: PDFObject.Dictionary
    /// Nil where the signature is no object of its own.
    let reference: PDFReference?
    /// The revision that the signature dictionary was written in.
    let revision: Int
    /// What it allows to be done after it.
    let permission: DocumentPermission?
    /// Where its Contents stands in the file, if it is a hexadecimal string.
    let contents: Range<Int>?

    /// In the order in which they were written.
    static func all(of fields: [FormField], in history: PDFHistory) throws(PDFError) -> [SignatureClaim] {
        let state = history.structure.state(after: history.last)
        var claims: [SignatureClaim] = []
        for field in fields where field.value != nil {
            claims.append(try SignatureClaim(field, in: history, state))
        }
        return claims.sorted {
            ($0.revision, $0.contents?.lowerBound ?? 0) < ($1.revision, $1.contents?.lowerBound ?? 0)
        }
    }

    /// The entries are read from the file itself, where the places are known, not through qpdf.
    private init(_ field: FormField, in history: PDFHistory, _ state: PDFStructure.State) throws(PDFError) {
        self.field = field
        reference = field.value?.reference
        let document = try history.document(after: history.last)
        guard let reference, let object = try history.structure.indirectObject(reference.number, in: state),
            object.reference == reference, let written = object.value.dictionary
        else {
            entries = try document.resolve(field.value).dictionary ?? [:]
            (revision, contents, permission) = (history.last, nil, try Self.permission(entries, in: document))
            return
        }
        entries = written
        permission = try Self.permission(written, in: document)
        revision = history.revision(at: object.range.lowerBound) ?? history.last
        contents = try SignaturePlaces(object, in: history.structure.bytes).contents
    }

    var format: PDFSignature.Format {
        switch entries["SubFilter"]?.name {
        case "ETSI.CAdES.detached": .cades
        case "adbe.pkcs7.detached": .pkcs7
        case "ETSI.RFC3161": .documentTimestamp
        case let other: .other(other ?? "")
        }
    }

    var byteRange: [Int] { (entries["ByteRange"]?.array ?? []).compactMap(\.integer) }

    /// DocMDP's, whose default is 2 (ISO 32000-2, table 257).
    private static func permission(
        _ entries: PDFObject.Dictionary, in document: PDFDocument
    ) throws(PDFError) -> DocumentPermission? {
        for item in try document.resolve(entries["Reference"]).array ?? [] {
            guard let item = try document.resolve(item).dictionary,
                try document.resolve(item["TransformMethod"]) == .name("DocMDP")
            else { continue }
            let parameters = try document.resolve(item["TransformParams"]).dictionary
            let level = try document.resolve(parameters?["P"])
            return DocumentPermission(rawValue: level == .null ? 2 : level.integer ?? 0) ?? .nothing
        }
        return nil
    }
}

/// What a signature allows to be done after it (DocMDP, ISO 32000-2, table 257).
public enum DocumentPermission: Int, Sendable, Hashable {
    case nothing = 1
    /// And signatures, which are all of it that is accepted here.
    case formFilling = 2
    /// Not accepted here beyond signatures either.
    case annotating = 3
}

/// Where a signature dictionary's entries stand in the file.
struct SignaturePlaces {
    /// The string from its `<` to behind its `>`; nil where it is written in another way.
    let contents: Range<Int>?
    let byteRange: Range<Int>?

    init(_ signature: IndirectObject, in bytes: [UInt8]) throws(PDFError) {
        var scanner = PDFScanner(bytes, at: signature.valueRange.lowerBound)
        var found: [String: Range<Int>] = [:]
        try scanner.forEachEntry { key, value, range in
            let isBytes = if case .string = value { true } else { false }
            if key != "Contents" || isBytes { found[key] = range }
        }
        byteRange = found["ByteRange"]
        contents = found["Contents"].flatMap { bytes[$0.lowerBound] == UInt8(ascii: "<") ? $0 : nil }
    }
}
