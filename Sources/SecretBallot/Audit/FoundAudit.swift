import StrictEncoding

/// Checks `found.jsonl` line by line: each voter of the roll once, each signature over this seal.
struct FoundAudit {
    private let manifest: Manifest
    private let seal: Seal
    private var lines: LineReader
    private let findingKeys: [Int: VerifyingKey]
    private var voters: Set<Int> = []
    private(set) var count = 0

    /// - Parameter findingKeys: of the voters on the roll, by their places: nobody else can have slips to find.
    init(_ manifest: Manifest, seal: Seal, findingKeys: [Int: VerifyingKey]) {
        self.manifest = manifest
        lines = LineReader("found", limit: 8 << 10, lines: manifest.mostAuditedLines)
        self.seal = seal
        self.findingKeys = findingKeys
    }

    mutating func read(_ chunk: [UInt8], report: (AuditFault) -> Void) throws {
        var found: [([UInt8], Int)] = []
        try lines.read(chunk) { found.append(($0, $1)) }
        for (line, number) in found {
            count += 1
            let place = "found line \(number)"
            do {
                if let fault = fault(of: try FoundEntry(line, as: place)) {
                    report(AuditFault(.found, at: place, fault))
                }
            } catch {
                report(AuditFault(.found, at: place, "\(error)"))
            }
        }
    }

    func finish() throws(MalformedInput) { try lines.finish() }

    private mutating func fault(of entry: FoundEntry) -> String? {
        guard let position = manifest.position(ofVoter: entry.voter) else { return "not a voter of the round" }
        guard let key = findingKeys[position] else { return "\(entry.voter) is not on the roll" }
        guard voters.insert(position).inserted else { return "\(entry.voter) stands twice" }
        guard seal.isFound(by: key, signature: entry.signature) else {
            return "the signature of \(entry.voter) does not hold"
        }
        return nil
    }
}
