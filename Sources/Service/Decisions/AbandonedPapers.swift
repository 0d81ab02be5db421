import Storage
import Synchronization

/// Papers that will not be issued, and that the register could not let go of when it was told to: it is told again
/// before it gives the next numbers. What is still held when the service stops is let go of at its next start.
final class AbandonedPapers: Sendable {
    private struct Held {
        var papers: Set<Int64> = []

        /// Digests of what was stated on papers of which it is not known whether they have numbers.
        var statements: Set<[UInt8]> = []
    }

    private let held = Mutex(Held())

    /// Lets go of papers, now or before the next numbers are given.
    func letGo(of papers: [Int64] = [], stating statements: [[UInt8]] = [], in register: any Register) async {
        held.withLock { $0 = Held(papers: $0.papers.union(papers), statements: $0.statements.union(statements)) }
        try? await settle(in: register)
    }

    func settle(in register: any Register) async throws {
        let due = held.withLock { held in
            defer { held = Held() }
            return held
        }
        do {
            if !due.papers.isEmpty { try await register.release(due.papers.sorted()) }
            if !due.statements.isEmpty { try await register.releaseReserved(stating: Array(due.statements)) }
        } catch {
            held.withLock {
                $0 = Held(
                    papers: $0.papers.union(due.papers), statements: $0.statements.union(due.statements))
            }
            throw error
        }
    }
}
