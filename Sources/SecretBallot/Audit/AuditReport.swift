public import Recognition

/// What an audit found. It holds if there is no fault.
public struct AuditReport: Sendable {
    /// Faults beyond this number are counted, not kept: a damaged record must not fill the memory.
    public static let keptFaults = 1_000

    public private(set) var faults: [AuditFault] = []
    public private(set) var faultCount = 0

    /// How many things each check looked at.
    public private(set) var checked: [AuditCheck: Int] = [:]

    /// Present once the manifest could be read.
    public internal(set) var manifest: Manifest?
    public internal(set) var seal: Seal?

    /// When the box was sealed, in seconds since 1970 (UTC), as the record has it; version 1 has no signature over it.
    public internal(set) var sealedAt: Int?

    /// One a contest, recomputed from the opened slips; empty if the boxes were not opened.
    public internal(set) var tallies: [ContestTally] = []
    public internal(set) var outcomes: RoundOutcomes?

    /// How many slips lie in each box; empty if the boxes could not be read to their end.
    public internal(set) var collected: [Int] = []

    /// How many voters said that all their slips were found.
    public internal(set) var foundCount = 0
    public internal(set) var issuedCount = 0

    /// How many voters' ballots the relays say they sent; 0 in version 1.
    public internal(set) var mixedCount = 0

    public init() {}

    public var holds: Bool { faultCount == 0 }

    /// What the finders say against what the boxes hold: a contradiction is no fault, and must never go unsaid.
    public var finders: FinderCounts { FinderCounts(found: foundCount, collected: collected) }

    /// What the relays say against who has tokens and what the boxes hold: no fault either, and never unsaid.
    public var mix: MixCounts { MixCounts(mixed: mixedCount, issued: issuedCount, collected: collected) }

    public mutating func add(_ fault: AuditFault) {
        faultCount += 1
        if faults.count < Self.keptFaults { faults.append(fault) }
    }

    public mutating func count(_ check: AuditCheck, _ number: Int = 1) { checked[check, default: 0] += number }
}

extension Manifest {
    /// Of a list with one line a voter: what is beyond that is a fault line by line, and a stranger's list has no end.
    var mostAuditedLines: Int { self.voters.count + AuditReport.keptFaults }
}
