import Decisions
import OpenSSLKit
import Recognition
import SecretBallot
import Storage

/// The body's seal on an issued decision, after the signer's signature (03-HD/VPTW of 2021), by the body's own
/// certificate and no other.
extension DecisionDesk {
    /// Affixes the seal to the paper of a decision.
    /// - Parameter password: opens the key that the staff member keeps here, the body's own.
    /// - Throws: `Problem.notFound`, `.bodySealPresent`, `.identityOfAnother`, `.paperChanged`, `.clockBehind`, and
    ///   those of signing.
    func affixBodySeal(
        to digest: [UInt8], password: SecretBytes, by member: StaffMember, noting note: (NumberedPaper) -> JournalEntry
    ) async throws -> DecisionEntry {
        let (entry, present) = try await issued(digest)
        let identity = try await identity(of: member, password: password)
        let (signing, verifier, now) = (signing, verifier, Int64(try time(after: entry.issuedAt)))
        let signed = try await tools.lanes.papers.run {
            let document = try DecisionDocument(present)
            try Self.requireRoom(verifier.bodySeal(on: document, now: now))
            return try signing.sign(
                present, as: .bodySeal, by: identity, on: document.text, at: now, trusting: verifier)
        }
        let file = try verifier.preserving(try await stamped([signed])[0].attached())
        try await replace(present, by: file, of: entry, noting: note)
        return entry
    }

    private static func requireRoom(_ state: BodySealState) throws(Problem) {
        switch state {
        case .missing: return
        case .affixed: throw Problem(.bodySealPresent)
        case .placeTaken(let other):
            let reason = BilingualText(
                "Ô dành cho con dấu đã mang một chữ ký không phải là con dấu tin được của cơ quan ban hành: "
                    + "\(other.subject). Văn bản này không đóng dấu thêm được nữa.",
                "The place kept for the seal bears a signature that is no trusted seal of the issuing body's: "
                    + "\(other.subject). This paper has no room for another.")
            throw Problem(.identityOfAnother, because: reason)
        }
    }
}
