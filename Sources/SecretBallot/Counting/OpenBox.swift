import Recognition
import StrictEncoding

/// One contest's box while its slips stream by.
struct OpenBox {
    let contest: Int
    private(set) var count = 0
    private var tree = MerkleTree()
    private var lastID: [UInt8] = []
    private var votes: [Choice: Int] = [:]

    init(contest: Int) { self.contest = contest }

    /// - Returns: the slip's id if it passed the slip check.
    mutating func add(_ finding: SlipFinding, report: (AuditFault) -> Void) -> [UInt8]? {
        let place = "box \(contest), slip \(count)"
        count += 1
        tree.append(hash: finding.leafHash)
        switch finding.id {
        case .failure(let fault):
            report(AuditFault(.slip, at: place, fault.description))
            return nil
        case .success(let id):
            if finding.contest != contest { report(AuditFault(.slip, at: place, "a slip of another contest")) }
            if !lastID.lexicographicallyPrecedes(id) {
                report(AuditFault(.boxes, at: place, "slipIDs do not strictly ascend"))
            }
            lastID = id
            if let choice = finding.choice { votes[choice, default: 0] += 1 }
            return id
        }
    }

    var root: [UInt8] { tree.root }

    /// - Throws: `MalformedInput` for more slips than a count can hold.
    func tally() throws(MalformedInput) -> ContestTally {
        let known = votes.values.reduce(0, +)
        return try ContestTally(
            contest: contest,
            counts: SlipCounts(
                first: votes[.first, default: 0], second: votes[.second, default: 0],
                blank: votes[.blank, default: 0], invalid: count - known))
    }
}
