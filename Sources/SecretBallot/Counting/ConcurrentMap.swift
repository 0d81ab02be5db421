import Dispatch
import Foundation
import Synchronization

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
