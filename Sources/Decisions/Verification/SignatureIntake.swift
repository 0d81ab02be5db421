import OpenSSLKit
public import Recognition
import SignedPDF
public import StrictEncoding

/// Whether a file that was signed outside may be taken in.
public struct SignatureIntake: Sendable {
    /// Why it may not.
    public enum Refusal: Hashable, Sendable {
        /// The signature does not hold, or more was done to the file than signing it.
        case signature(String)

        /// Its signer may not sign, or is not to be trusted.
        case signer(BilingualText)

        /// Somebody else signed in a place that is kept for the signer or for the body's seal.
        case place(BilingualText)
    }

    private let verifier: DecisionVerifier
    private let now: Int64

    /// - Parameter now: seconds since 1970 (UTC).
    public init(verifier: DecisionVerifier, now: Int64) { (self.verifier, self.now) = (verifier, now) }

    /// - Parameters:
    ///   - file: any bytes are safe to give.
    ///   - base: the file as it was handed out.
    /// - Returns: nil for one that may.
    public func refusal(of file: [UInt8], since base: [UInt8]) -> Refusal? {
        let document = Result { () throws(DocumentFault) in try DecisionDocument(file) }
        let findings = verifier.findings(on: document, now: now)
        guard findings.intact.isYes, case .success(let document) = document else {
            return .signature(findings.intact.reason.english)
        }
        return refusal(ofChangesIn: file, since: base) ?? refusal(ofSigners: document, findings)
    }

    private func refusal(ofChangesIn file: [UInt8], since base: [UInt8]) -> Refusal? {
        do {
            let changes = try PDFInspection.changes(since: base, in: file, sizeLimit: DecisionDocument.maximumSize)
            var list: [ForbiddenChange] = if case .forbidden(let list) = changes { list } else { [] }
            if list.isEmpty {
                let seen = try PDFInspection.seenChange(
                    since: base, in: file, sizeLimit: DecisionDocument.maximumSize)
                list += [seen].compactMap(\.self)
            }
            guard !list.isEmpty else { return nil }
            let words = list.map(\.description).joined(separator: "; ")
            return .signature("not the file that was handed out: \(words)")
        } catch {
            return .signature("\(error)")
        }
    }

    private func refusal(ofSigners document: DecisionDocument, _ findings: FileFindings) -> Refusal? {
        for case .inspected(let signature)? in document.inspection.signatures.map(\.cms)
        where SignatureWeight(of: signature.signer, on: document.text) != .stranger {
            do {
                try SigningRefusal.check(signature.signer, at: now)
            } catch {
                return .signer(error.text)
            }
        }
        guard findings.trusted.value == .no else { return nil }
        let reason = findings.trusted.reason
        return findings.isPlaceTaken ? .place(reason) : .signer(reason)
    }
}

/// A refusal on its way from the process that reads strangers' files.
extension SignatureIntake.Refusal {
    /// `{"code": "signature", "detail"}`, or `{"code": "signer" | "place", "reason": {"vi", "en"}}`.
    public var json: JSONValue {
        switch self {
        case .signature(let detail): ["code": "signature", "detail": .string(detail)]
        case .signer(let reason): ["code": "signer", "reason": reason.json]
        case .place(let reason): ["code": "place", "reason": reason.json]
        }
    }

    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["code"], optional: ["detail", "reason"])
        switch try object.member("code").string() {
        case "signature": self = .signature(try object.member("detail").string())
        case "signer": self = .signer(try VerdictAnswer.reason(object.member("reason")))
        case "place": self = .place(try VerdictAnswer.reason(object.member("reason")))
        default: throw reader.wrongValue("code: signature, signer or place")
        }
    }
}
