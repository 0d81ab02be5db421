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
            var (stamped, next) = (signed, 0)
            while next < min(Self.width, signed.count) {
                let place = next
                group.addTask { (place, try await stamper.stamp(signed[place])) }
                next += 1
            }
            while let (place, decision) = try await group.next() {
                stamped[place] = decision
                guard next < signed.count else { continue }
                let place = next
                group.addTask { (place, try await stamper.stamp(signed[place])) }
                next += 1
            }
            return stamped
        }
    }
}
