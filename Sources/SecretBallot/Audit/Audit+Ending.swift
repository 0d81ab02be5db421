/// How the voting ended, and when the round came into its states: what version 2 seals besides.
extension Audit {
    mutating func ending(_ manifest: Manifest, _ rollHash: [UInt8]?) -> (closing: Closing?, steps: RoundSteps?) {
        guard manifest.version != .one else { return (nil, nil) }
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
                throw AuditFault(.steps, at: "steps.json", "voting ended at another time")
            }
            return steps
        }
        return (closing, steps)
    }
}
