import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import StrictEncoding

/// What holds for a recognition and an annulment alike.
extension DecisionAudit {
    /// Reads a decision's file and checks all that does not depend on what is decided.
    /// - Returns: nil if it cannot be read, or decides something else than its place says.
    mutating func check(_ path: DecisionPath, in decisions: RecordedDecisions) -> DecisionText? {
        guard let bytes = decisions[path] else { return nil }
        do {
            let document = try DecisionDocument(bytes)
            guard DecisionPath(document.text) == path else {
                add(path, "is decision \(document.text.number) of \(document.text.date)")
                return nil
            }
            checkSignatures(document, at: path)
            if !numbers.insert(NumberInYear(number: document.text.number, year: path.year)).inserted {
                add(path, "the number \(document.text.number) stands twice")
            }
            for statement in document.text.statements { checkHead(statement, at: path) }
            return document.text
        } catch {
            add(path, error.text.english)
            return nil
        }
    }

    /// The time of signing is the signatures' own or their stamps': a record knows no register.
    private mutating func checkSignatures(_ document: DecisionDocument, at path: DecisionPath) {
        let verdict = verifier.verify(.success(document), now: .max)
        guard verdict.intact.isYes else { return add(path, verdict.intact.reason.english) }
        if verdict.trusted.value == .no, verdict.signatures.allSatisfy({ $0.trusted.value != .no }) {
            add(path, verdict.trusted.reason.english)
        }
        for signature in verdict.signatures where signature.weight != .stranger {
            switch signature.trusted.value {
            case .yes: summary.trustedSigners += 1
            case .unknown where verifier.anchors.certificates.isEmpty: summary.uncheckedSigners += 1
            case .no, .unknown:
                summary.untrustedSigners += 1
                if !verdict.trusted.isYes { add(path, signature.trusted.reason.english) }
            }
        }
    }

    private mutating func checkHead(_ statement: some SignableStatement, at path: DecisionPath) {
        let known = manifest.units.first { $0.id == statement.unit.id }
        compare(
            path, with: "in the manifest",
            [
                ("authority", statement.authority.json, manifest.authority.json),
                ("unit", statement.unit.json, known?.json ?? .null),
            ])
    }
}
