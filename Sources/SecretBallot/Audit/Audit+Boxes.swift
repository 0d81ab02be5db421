import CocktailDKG
import Recognition
import StrictEncoding

/// The sealed boxes, and the opening of them.
extension Audit {
    mutating func seal(_ manifest: Manifest) -> SealDocument? {
        guard let document = check(.seal, .seal, { bytes in try SealDocument(bytes, of: manifest) }) else { return nil }
        (report.seal, report.sealedAt) = (document.seal, document.sealedAt)
        note(document, manifest)
        return document
    }

    mutating func opening(_ manifest: Manifest, _ seal: Seal?, _ keys: GroupKeys?) -> SlipOpener? {
        check(.opening, .opening) { bytes in
            let claimed = try Opening(bytes)
            guard let seal else { throw AuditFault(.opening, at: "opening.json", "there is no seal to open") }
            let opening = try Opening(claimed.shares, for: seal, of: manifest, keys: keys)
            guard opening.boardPrivateKey == claimed.boardPrivateKey else { throw OpeningFault.notTheBoardsKey }
            return try SlipOpener(opening.boardPrivateKey, of: manifest)
        }
    }

    mutating func boxes(_ manifest: Manifest, _ opener: SlipOpener?) -> [UInt8]? {
        var faults: [AuditFault] = []
        var inspection: BoxInspection?
        let issued = report.issuedCount
        let progress = progress
        let root: [UInt8]? = check(.boxes, streaming: .boxes) { source in
            let boxes = try BoxInspection(
                manifest, issued: issued, opener: opener, report: { faults.append($0) }, progress: progress)
            inspection = boxes
            guard try source.stream(.boxes, boxes.read) else { return nil }
            return try boxes.finish()
        }
        faults.forEach { report.add($0) }
        report.count(.slip, inspection?.slipCount ?? 0)
        report.count(.boxes, inspection?.tallies.count ?? 0)
        guard root != nil, let tallies = inspection?.tallies else { return nil }
        report.collected = tallies.map(\.counts.collected)
        if opener != nil { report.tallies = tallies }
        return root
    }

    private mutating func note(_ document: SealDocument, _ manifest: Manifest) {
        report.count(.note)
        if !document.isNoted(in: manifest) {
            report.add(AuditFault(.note, at: "seal.json", "the note is not the log key's over this seal"))
        }
    }

    /// What was sealed against what lies in the record; where a file could not be read there is nothing to compare.
    mutating func compareSeal(
        _ document: SealDocument?, with parts: [(name: String, hash: [UInt8]?, sealed: (Seal.Parts) -> [UInt8]?)]
    ) {
        guard let sealed = document?.seal.parts else { return }
        for part in parts {
            guard let hash = part.hash, hash != part.sealed(sealed) else { continue }
            report.add(AuditFault(.seal, at: "seal.json", "\(part.name) are not what was sealed"))
        }
    }

    mutating func found(_ manifest: Manifest, _ seal: Seal?) {
        guard let seal else { return }
        var audit = FoundAudit(manifest, seal: seal, findingKeys: findingKeys)
        var faults: [AuditFault] = []
        let complete: Bool? = check(.found, streaming: .found) { source in
            guard try source.stream(.found, { try audit.read($0) { faults.append($0) } }) else { return nil }
            try audit.finish()
            return true
        }
        faults.forEach { report.add($0) }
        report.count(.found, audit.count)
        report.foundCount = complete == true ? audit.count - faults.count : 0
    }
}
