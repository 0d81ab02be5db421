extension ValidationData {
    /// The file with this data at its end (DSS), and what of it was there already left as it is. PAdES-B-LT is a
    /// signature with a time stamp and all of this.
    /// - Throws: `PDFError`.
    public func appended(to pdf: [UInt8], sizeLimit: Int = PDFLimits.fileSize) throws(PDFError) -> [UInt8] {
        var edition = try DocumentEdition(pdf, sizeLimit: sizeLimit)
        let store = try SecurityStore(edition.catalog, in: edition.document)
        let present = try store.data()
        var entries = store.entries
        entries["Type"] = .name("DSS")
        for (key, new, old) in [
            ("Certs", certificates, present.certificates), ("CRLs", revocationLists, present.revocationLists),
            ("OCSPs", statusResponses, present.statusResponses),
        ] {
            let missing = new.filter { !old.contains($0) }
            guard !missing.isEmpty else { continue }
            let added = missing.map { PDFObject.reference(edition.update.addStream([:], $0)) }
            edition.put(.array(try store.items(key) + added), in: &entries, at: key)
        }
        if edition.catalog["DSS"] == nil {
            edition.catalog["DSS"] = .reference(edition.update.add(.dictionary(entries)))
        } else {
            edition.putInCatalog(.dictionary(entries), at: "DSS")
        }
        return try edition.file()
    }
}
