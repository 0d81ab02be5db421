import StrictEncoding

/// When a round came into its states, and that its voting ended before its box was sealed.
extension Audit {
    /// - Returns: what the seal has to say of them; nil where a document is not there or does not hold.
    mutating func times(_ manifest: Manifest, _ rollHash: [UInt8]?) -> Seal.Times? {
        let closing = check(.closing, .closing) { bytes in
            let closing = try ClosingDocument(bytes, of: manifest).closing
            guard rollHash == nil || closing.rollHash == rollHash else {
                throw AuditFault(.closing, at: "closing.json", "the roll is not the one that voting ended with")
            }
            return closing
        }
        let steps = check(.steps, .steps) { bytes in
            let steps = try RoundSteps(bytes, of: manifest)
            guard closing == nil || steps.closedAt == closing?.closedAt else {
                throw AuditFault(.steps, at: "steps.json", "the closing has another time")
            }
            return steps
        }
        guard let closing, let steps else { return nil }
        return Seal.Times(
            stepsHash: Hash.digest(steps.bytes), closingHash: closing.hash, sealedAt: closing.closedAt)
    }
}
