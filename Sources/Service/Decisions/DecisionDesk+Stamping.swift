import Decisions
import OpenSSLKit

/// Time stamps, where an authority for them is configured.
extension DecisionDesk {
    /// How many are asked for at once.
    private static let width = 4

    /// The signatures, each with a time stamp.
    /// - Throws: `Problem.timestamp`: without the stamp that the operator asked for, nothing is issued.
    func stamped(_ signed: [DetachedDecision]) async throws -> [DetachedDecision] {
        guard let stamper else { return signed }
        return try await withThrowingTaskGroup(of: (Int, DetachedDecision).self) { group in
            var stamped = signed
            for place in signed.indices {
                if place >= Self.width, let (done, decision) = try await group.next() { stamped[done] = decision }
                group.addTask { (place, try await stamper.stamp(signed[place])) }
            }
            for try await (done, decision) in group { stamped[done] = decision }
            return stamped
        }
    }
}
