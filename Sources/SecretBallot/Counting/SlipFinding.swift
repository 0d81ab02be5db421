import Dispatch
import Foundation
import Synchronization

/// What one slip of a box showed.
struct SlipFinding: Sendable {
    let leafHash: [UInt8]

    /// The slip check's verdict; the id where it passed.
    let id: Result<[UInt8], SlipFault>
    let contest: Int?

    /// What it says; nil if invalid, or if the box is not open.
    let choice: Choice?

    init(_ bytes: [UInt8], check: SlipCheck, opener: SlipOpener?) {
        leafHash = MerkleTree.leafHash(bytes)
        do {
            let slip = try check.checked(bytes)
            id = .success(slip.id)
            contest = slip.contest
            choice = opener?.choice(of: slip)
        } catch {
            id = .failure(error)
            contest = nil
            choice = nil
        }
    }
}

extension Array where Element: Sendable {
    /// The results in order, computed on all cores; the calling thread works too, and is blocked until all are there.
    func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
        let stripes = Swift.min(count, ProcessInfo.processInfo.activeProcessorCount * 8)
        let parts = Mutex<[[Result]]>(Array<[Result]>(repeating: [], count: stripes))
        DispatchQueue.concurrentPerform(iterations: stripes) { stripe in
            let part = self[count * stripe / stripes..<count * (stripe + 1) / stripes].map(transform)
            parts.withLock { $0[stripe] = part }
        }
        return parts.withLock { $0.flatMap { $0 } }
    }
}
