import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding

/// What holds for a recognition and an annulment alike.
extension DecisionAudit {
    /// Reads a pair of files and checks all that does not depend on what is decided.
    /// - Returns: nil if the statement cannot be read.
    mutating func check<Statement>(
        _ path: DecisionPath, in decisions: RecordedDecisions
    ) -> SignedStatement<Statement>? {
        guard let bytes = decisions[path], let signature = decisions[path.counterpart] else { return nil }
        do {
            let signed = try SignedStatement<Statement>(bytes: bytes, signature: signature)
            checkSignature(signed, at: path.counterpart)
            checkHead(signed.statement, at: path)
            return signed
        } catch {
            add(path, "\(error)")
            return nil
        }
    }

    private mutating func checkSignature(_ signed: SignedStatement<some SignableStatement>, at path: DecisionPath) {
        let inspection = signed.inspect()
        let answer = Answer.intact(inspection, .success(signed))
        guard case .inspected(let signature) = inspection, answer.isYes else {
            return add(path, answer.reason.english)
        }
        guard !anchors.certificates.isEmpty else { return summary.uncheckedSigners += 1 }
        if let distrust = distrust(of: signature) {
            summary.untrustedSigners += 1
            add(path, "\(signature.signer.subject): \(distrust)")
        } else {
            summary.trustedSigners += 1
        }
    }

    /// Why the signer is not to be trusted; nil if it is.
    private func distrust(of signature: InspectedSignature) -> String? {
        guard let time = signature.signingTime else { return "does not say when it signed" }
        switch anchors.verdict(on: signature.signer, chain: signature.otherCertificates, at: time) {
        case .trusted: return nil
        case .untrusted(let reason): return "not trusted at the time of signing: \(reason.text.english)"
        }
    }

    private mutating func checkHead(_ statement: some SignableStatement, at path: DecisionPath) {
        // Names of files are unique in a record: one of a unit's, and so one decision of a kind for each unit.
        if statement.unit.id != path.unit { add(path, "is about the unit \(statement.unit.id)") }
        let known = manifest.units.first { $0.id == statement.unit.id }
        compare(
            path, with: "in the manifest",
            [
                ("authority", statement.authority.json, manifest.authority.json),
                ("unit", statement.unit.json, known?.json ?? .null),
            ])
        if !numbers.insert(NumberInYear(number: statement.number, year: statement.date.year)).inserted {
            add(path, "the number \(statement.number) stands twice")
        }
    }
}
