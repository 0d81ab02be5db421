public import OpenSSLKit
import Recognition
public import SignedPDF

/// A file that no further time stamp can be put on.
public struct ArchiveRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What keeps it from being kept.
    public let answer: VerdictAnswer

    public var description: String { answer.reason.english }
}

extension DecisionVerifier {
    /// The file with what its signatures and time stamps so far will be verified by, and a time stamp over all of it
    /// (PAdES-B-LTA). Put on before the last stamp's certificate ends, or its algorithms grow weak, it carries what the
    /// file proves into the time after.
    /// - Parameters:
    ///   - pdf: a decision's file, signed and intact.
    ///   - stamp: asks a time stamp authority.
    /// - Throws: `ArchiveRefusal` for a file that is not intact, or would not be; `PDFError`; what `stamp` throws.
    public func archiving(
        _ pdf: [UInt8], now: Int64, stamp: (TimestampRequest) async throws -> TimestampToken
    ) async throws -> [UInt8] {
        try checkIntact(pdf, now)
        let prepared = try prepareArchive(of: pdf)
        let token = try await stamp(TimestampRequest(over: prepared.signedBytes))
        let archived = try prepared.attaching(token.der)
        try checkIntact(archived, now)
        return archived
    }

    /// The half of it before the authority is asked: whoever takes it by halves looks for themselves whether the file is
    /// intact, before and after.
    /// - Throws: `PDFError`.
    public func prepareArchive(of pdf: [UInt8]) throws(PDFError) -> PreparedSignature {
        let kept = try preserving(pdf, all: true)
        return try PreparedSignature.prepareTimestamp(kept, sizeLimit: DecisionDocument.maximumSize)
    }

    private func checkIntact(_ pdf: [UInt8], _ now: Int64) throws(ArchiveRefusal) {
        let answer = verify(pdf, now: now).intact
        guard answer.isYes else { throw ArchiveRefusal(answer: answer) }
    }
}
