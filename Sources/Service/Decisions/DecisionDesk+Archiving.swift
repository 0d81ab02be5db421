import Decisions
import OpenSSLKit
import Reader
import Recognition
import SignedPDF
import Storage
import StrictEncoding

/// Time stamps over issued papers as a whole (PAdES-B-LTA): put on before the last stamp's certificate ends, they carry
/// what a paper proves into the time after.
extension DecisionDesk {
    /// Puts the next stamp on the paper of a decision, by the authority that the operator named. What the register hands
    /// out and compares is the longer file; every copy so far stays good.
    /// - Throws: `Problem.notFound`, `.noTimestampAuthority`, `.timestamp`, `.signature` for a paper that is not intact,
    ///   `.paperChanged`; `ReaderFault`.
    func archive(_ digest: [UInt8], noting note: (NumberedPaper) -> JournalEntry) async throws -> DecisionEntry {
        guard let stamper else { throw Problem(.noTimestampAuthority) }
        let (entry, present) = try await issued(digest)
        try await requireIntact(present)
        let prepared = try await tools.lanes.papers.run { [verifier] in try verifier.prepareArchive(of: present) }
        let token = try await stamper.token(answering: TimestampRequest(over: prepared.signedBytes))
        let file = try await tools.lanes.papers.run { try prepared.attaching(token.der) }
        try await requireIntact(file)
        try await replace(present, by: file, of: entry, noting: note)
        return entry
    }

    /// Looked at, and drawn, where strangers' files are.
    private func requireIntact(_ file: [UInt8]) async throws {
        let answer = try await readers.findings(on: file, for: .staff, now: Int64(tools.clock.now)).intact
        guard answer.isYes else {
            throw Problem(.signature, because: answer.reason)
        }
    }

    /// The stamps over the whole of a paper, by their time: [{at, until}], the end being that of the authority's
    /// certificate.
    func archiveStamps(on file: [UInt8]) async throws -> [JSONValue] {
        let signatures = try await tools.lanes.papers.run { try DecisionDocument(file).inspection.signatures }
        return signatures.compactMap { signature in
            guard case .success(let token)? = signature.documentTimestamp else { return nil }
            return ["at": .integer(Int(token.time)), "until": .integer(Int(token.authority.notAfter))]
        }
    }

    // MARK: - Papers that grow

    /// A decision with the file of its paper.
    /// - Throws: `Problem.notFound`.
    func issued(_ digest: [UInt8]) async throws -> (entry: DecisionEntry, file: [UInt8]) {
        guard let entry = try await register.decision(digest),
            let file = try await register.document(of: entry.paper.id)
        else { throw Problem(.notFound) }
        return (entry, file)
    }

    /// Puts the file with a signature or stamp more in the place of the one that it was made of. Where the register
    /// fails it may have done so all the same, and knows.
    /// - Throws: `Problem.paperChanged` where that is not the paper's file any more.
    func replace(
        _ present: [UInt8], by file: [UInt8], of entry: DecisionEntry, noting note: (NumberedPaper) -> JournalEntry
    ) async throws {
        let document = PaperDocument(paper: entry.paper.id, bytes: file)
        do {
            guard try await register.noting(note(entry.paper)).replace(present, by: document) else {
                throw Problem(.paperChanged)
            }
        } catch {
            guard await areKept([document], .issued) else { throw error }
        }
    }
}
