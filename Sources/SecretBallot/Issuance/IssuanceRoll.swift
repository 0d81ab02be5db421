public import StrictEncoding

/// The issuance roll: one line for each voter issued to, in the manifest's order.
public struct IssuanceRoll: Sendable {
    public let entries: [RollEntry]

    /// - Throws: `MalformedInput` for a line that is not an entry. What the entries say is for the audit to check.
    public init(_ bytes: [UInt8]) throws {
        var lines = LineReader("roll", limit: RollEntry.maximumLineByteCount)
        var entries: [RollEntry] = []
        try lines.read(bytes) { line, number in entries.append(try RollEntry(line, as: "roll line \(number)")) }
        try lines.finish()
        self.entries = entries
    }

    /// The ids of those issued to.
    public var voters: Set<ExactText> { Set(entries.map { ExactText($0.voter) }) }
}
