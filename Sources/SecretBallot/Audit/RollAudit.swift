import Crypto
import Recognition
import StrictEncoding

/// Checks the issuance roll line by line: a voter present, once, in order, with C well-formed requests, signed.
struct RollAudit {
    private let manifest: Manifest
    private let present: Set<ExactText>
    private var lastPosition = -1
    private var lines: LineReader
    private var hash = SHA256()
    private(set) var issued = 0

    /// The finding keys of the voters on the roll, by their places in the manifest's list.
    private(set) var findingKeys: [Int: VerifyingKey] = [:]
    private var deviceKeys: Set<VerifyingKey> = []

    init(_ manifest: Manifest, attendance: Attendance?) {
        self.manifest = manifest
        lines = LineReader("roll", limit: RollEntry.maximumLineByteCount, lines: manifest.mostAuditedLines)
        present = Set((attendance?.present ?? manifest.voters.map(\.id)).map(ExactText.init))
    }

    mutating func read(_ chunk: [UInt8], report: (AuditFault) -> Void) throws {
        hash.update(data: chunk)
        var found: [([UInt8], Int)] = []
        try lines.read(chunk) { found.append(($0, $1)) }
        for (line, number) in found { check(line, at: "roll line \(number)", report: report) }
    }

    /// - Returns: the roll's hash.
    func finish() throws -> [UInt8] {
        try lines.finish()
        return Array(hash.finalize())
    }

    private mutating func check(_ line: [UInt8], at place: String, report: (AuditFault) -> Void) {
        issued += 1
        do {
            let entry = try RollEntry(line, as: place, in: manifest.version)
            if let fault = try fault(of: entry) { report(AuditFault(.issuance, at: place, fault)) }
        } catch {
            report(AuditFault(.issuance, at: place, "\(error)"))
        }
    }

    private mutating func fault(of entry: RollEntry) throws -> String? {
        guard let position = manifest.position(ofVoter: entry.voter) else { return "not a voter of the round" }
        let isNext = position > lastPosition
        findingKeys[position] = manifest.findingKey(of: entry)
        lastPosition = max(lastPosition, position)
        guard isNext else { return "\(entry.voter) stands twice or out of the manifest's order" }
        guard present.contains(ExactText(entry.voter)) else { return "\(entry.voter) was not present" }
        let batch = try TokenBatch(entry.tokenRequests, for: manifest.contests)
        let voter = manifest.voters[position]
        guard
            batch.isSigned(by: voter, deviceKey: entry.deviceKey, of: manifest, signature: entry.signature)
        else { return "the signature of \(entry.voter) does not hold" }
        return fault(of: entry.deviceKey, of: entry.voter)
    }

    private mutating func fault(of deviceKey: VerifyingKey?, of voter: String) -> String? {
        guard let deviceKey else { return nil }
        guard !manifest.names(deviceKey) else { return "the device key of \(voter) is a key of the manifest" }
        guard deviceKeys.insert(deviceKey).inserted else { return "the device key of \(voter) is another voter's too" }
        return nil
    }
}

extension Audit {
    /// What an audit will find wrong with a roll, for whoever is about to fix it, or to rely on it.
    /// - Parameter attendance: nil as long as it is not public: whoever may vote might be present.
    public static func faults(ofRoll roll: [UInt8], _ attendance: Attendance?, of manifest: Manifest) -> [AuditFault] {
        var audit = RollAudit(manifest, attendance: attendance)
        var faults: [AuditFault] = []
        do {
            try audit.read(roll) { faults.append($0) }
            _ = try audit.finish()
        } catch {
            faults.append(AuditFault(.issuance, at: "roll.jsonl", "\(error)"))
        }
        return faults
    }
}
