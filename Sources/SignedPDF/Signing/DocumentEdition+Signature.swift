extension DocumentEdition {
    /// Adds the signature dictionary, and the field and the mark that show it.
    /// - Parameter seat: an empty field of the document that is filled in; nil adds one.
    /// - Returns: the signature dictionary.
    mutating func addSignature(_ plan: SignaturePlan, in seat: FormField?) throws(PDFError) -> PDFReference {
        let signature = update.add(.dictionary(try dictionary(of: plan)))
        if let seat { try fill(seat, plan, signature) } else { try addField(plan, signature) }
        if plan.certification != nil {
            var permissions = try resolve(catalog["Perms"]).dictionary ?? [:]
            permissions["DocMDP"] = .reference(signature)
            putInCatalog(.dictionary(permissions), at: "Perms")
        }
        return signature
    }

    /// Adds a time stamp over the document, which is seen nowhere (ISO 32000-2, 12.8.5).
    /// - Returns: its dictionary.
    mutating func addTimestamp(in field: String, capacity: Int) throws(PDFError) -> PDFReference {
        var entries = Self.room(capacity)
        entries["Type"] = .name("DocTimeStamp")
        entries["SubFilter"] = .name("ETSI.RFC3161")
        let timestamp = update.add(.dictionary(entries))
        try addField(field, timestamp)
        return timestamp
    }

    /// What every signature has; the byte range holds its place until it is known.
    private static func room(_ capacity: Int) -> PDFObject.Dictionary {
        [
            "Filter": .name("Adobe.PPKLite"), "Contents": .string([UInt8](repeating: 0, count: capacity)),
            "ByteRange": .array([.integer(0)] + [PDFObject](repeating: .integer(9_999_999_999), count: 3)),
        ]
    }

    /// ISO 32000-2, 12.8.1.
    private func dictionary(of plan: SignaturePlan) throws(PDFError) -> PDFObject.Dictionary {
        var entries = Self.room(plan.capacity)
        entries["Type"] = .name("Sig")
        entries["SubFilter"] = .name("ETSI.CAdES.detached")
        entries["M"] = try PDFDate.encode(plan.time)
        entries["Name"] = PDFText.encode(plan.signerName)
        entries["Reason"] = plan.reason.map(PDFText.encode)
        entries["Location"] = plan.location.map(PDFText.encode)
        if plan.certification == .onlyFurtherSignatures { entries["Reference"] = .array([Self.certification]) }
        return entries
    }

    /// DocMDP with P = 2 (ISO 32000-2, 12.8.2.2).
    private static var certification: PDFObject {
        let parameters: PDFObject.Dictionary = [
            "Type": .name("TransformParams"), "P": .integer(2), "V": .name("1.2"),
        ]
        return .dictionary([
            "Type": .name("SigRef"), "TransformMethod": .name("DocMDP"), "TransformParams": .dictionary(parameters),
        ])
    }
}
