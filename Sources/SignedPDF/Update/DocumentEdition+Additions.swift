extension DocumentEdition {
    mutating func apply(_ additions: PDFAdditions) throws(PDFError) {
        if let language = additions.language { catalog["Lang"] = PDFText.encode(language) }
        if additions.displaysTitle { try displayTitle() }
        try declareVersion()
        if !additions.attachments.isEmpty { try attach(additions.attachments) }
        var names = Set(try FormField.all(in: document, catalog: catalog).map(\.name))
        for field in additions.reservedFields {
            guard names.insert(field.name).inserted else { throw .fieldExists(field.name) }
            try reserve(field)
        }
    }

    private mutating func displayTitle() throws(PDFError) {
        var preferences = try resolve(catalog["ViewerPreferences"]).dictionary ?? [:]
        preferences["DisplayDocTitle"] = .boolean(true)
        putInCatalog(.dictionary(preferences), at: "ViewerPreferences")
    }

    /// PAdES signatures are an extension of PDF 1.7 (ETSI EN 319 142-1, clause 5.6, before ISO 32000-2).
    private mutating func declareVersion() throws(PDFError) {
        guard catalog["Version"] == nil else { return }
        catalog["Version"] = .name("1.7")
        var extensions = try resolve(catalog["Extensions"]).dictionary ?? [:]
        extensions["ESIC"] = .dictionary(["BaseVersion": .name("1.7"), "ExtensionLevel": .integer(2)])
        putInCatalog(.dictionary(extensions), at: "Extensions")
    }

    /// Associated files of the document, also found by name (ISO 32000-2, 7.11.4 and 14.13.2).
    private mutating func attach(_ attachments: [PDFAttachment]) throws(PDFError) {
        var names = try resolve(catalog["Names"]).dictionary ?? [:]
        guard names["EmbeddedFiles"] == nil, catalog["AF"] == nil else {
            throw .invalidRequest("the file has attachments already")
        }
        let files = try specify(attachments)
        let leaves = files.flatMap { [$0.key, .reference($0.file)] }
        names["EmbeddedFiles"] = .reference(update.add(.dictionary(["Names": .array(leaves)])))
        putInCatalog(.dictionary(names), at: "Names")
        catalog["AF"] = .array(files.map { .reference($0.file) })
    }

    /// In the order of the names' bytes, as a name tree has them.
    private mutating func specify(
        _ attachments: [PDFAttachment]
    ) throws(PDFError) -> [(key: PDFObject, file: PDFReference)] {
        var files: [(key: [UInt8], file: PDFReference)] = []
        for attachment in attachments {
            guard case .string(let key) = PDFText.encode(attachment.name), !key.isEmpty,
                !files.contains(where: { $0.key == key })
            else { throw .invalidRequest("attachments need names, each another") }
            files.append((key, try specify(attachment)))
        }
        files.sort { $0.key.lexicographicallyPrecedes($1.key) }
        return files.map { (.string($0.key), $0.file) }
    }

    private mutating func specify(_ attachment: PDFAttachment) throws(PDFError) -> PDFReference {
        var parameters: PDFObject.Dictionary = ["Size": .integer(attachment.bytes.count)]
        if let modified = attachment.modified { parameters["ModDate"] = try PDFDate.encode(modified) }
        let content = update.addStream(
            [
                "Type": .name("EmbeddedFile"), "Subtype": .name(PDFName.canonical(attachment.mimeType.utf8)),
                "Params": .dictionary(parameters),
            ], attachment.bytes)
        let name = PDFText.encode(attachment.name)
        return update.add(
            .dictionary([
                "Type": .name("Filespec"), "F": name, "UF": name, "Desc": PDFText.encode(attachment.description),
                "AFRelationship": .name(attachment.relationship.rawValue),
                "EF": .dictionary(["F": .reference(content), "UF": .reference(content)]),
            ]))
    }
}
