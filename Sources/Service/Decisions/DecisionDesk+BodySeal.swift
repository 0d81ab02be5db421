import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import Storage

/// The body's seal on an issued decision, after the signer's signature (03-HD/VPTW of 2021).
extension DecisionDesk {
    /// Affixes the seal to the paper of a decision.
    /// - Parameter password: opens the key that the staff member keeps here, the body's own.
    /// - Throws: `Problem.notFound`, `.bodySealPresent`, `.paperChanged`, and those of signing.
    func affixBodySeal(
        to digest: [UInt8], password: SecretBytes, by member: StaffMember, noting note: (NumberedPaper) -> JournalEntry
    ) async throws -> DecisionEntry {
        let (entry, present) = try await issued(digest)
        let identity = try await identity(of: member, password: password)
        let (signing, verifier, now) = (signing, verifier, Int64(tools.clock.now))
        let signed = try await tools.lanes.papers.run {
            let document = try DecisionDocument(present)
            guard !document.bearsBodySeal else { throw Problem(.bodySealPresent) }
            return try signing.sign(
                present, as: .bodySeal, by: identity, organization: document.text.authority.name, at: now,
                trusting: verifier)
        }
        let file = try verifier.preserving(try await stamped([signed])[0].attached())
        try await replace(present, by: file, of: entry, noting: note)
        return entry
    }
}
