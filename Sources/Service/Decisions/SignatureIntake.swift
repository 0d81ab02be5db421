import Decisions
import OpenSSLKit
import Recognition
import SignedPDF

/// What a file that was signed outside must be before it is taken in.
struct SignatureIntake {
    let verifier: DecisionVerifier
    let now: Int64

    /// - Parameter base: the file as it was handed out.
    /// - Throws: `Problem.signature`, `.untrustedIdentity`; `SigningRefusal`.
    func check(_ file: [UInt8], since base: [UInt8]) throws {
        let verdict = verifier.verify(file, now: now)
        guard verdict.intact.isYes else { throw Problem(.signature, verdict.intact.reason.english) }
        if case .forbidden(let changes) = try changes(file, since: base) {
            throw Problem(
                .signature, "not the file that was handed out: \(changes.map(\.description).joined(separator: "; "))")
        }
        for signature in verdict.signatures {
            try SigningRefusal.check(signature.signer, at: now)
            if signature.trusted.value == .no {
                throw Problem(.untrustedIdentity, signature.trusted.reason.english)
            }
        }
    }

    private func changes(_ file: [UInt8], since base: [UInt8]) throws(Problem) -> Changes {
        do {
            return try PDFInspection.changes(since: base, in: file, sizeLimit: DecisionDocument.maximumSize)
        } catch {
            throw Problem(.signature, "\(error)")
        }
    }
}
