import OpenSSLKit
import Storage
import StrictEncoding
import Synchronization

/// What has been begun in a browser and is over in minutes: in memory alone, lost with a restart, bounded.
final class ShortMemory<Value: Sendable>: Sendable {
    private struct Entry {
        let value: Value
        let until: Int
    }

    private let capacity: Int
    private let seconds: Int
    private let entries = Mutex<[[UInt8]: Entry]>([:])

    /// - Parameter seconds: for how long it is remembered.
    init(seconds: Int, capacity: Int = 2_000) {
        self.seconds = seconds
        self.capacity = capacity
    }

    func keep(_ value: Value, for key: [UInt8], at now: Int) {
        entries.withLock { entries in
            if entries.count >= capacity { entries = entries.filter { $0.value.until > now } }
            // Full of what is still going on: the one that is over soonest has to begin again.
            if entries.count >= capacity, let oldest = entries.min(by: { $0.value.until < $1.value.until }) {
                entries[oldest.key] = nil
            }
            entries[key] = Entry(value: value, until: now + seconds)
        }
    }

    func look(_ key: [UInt8], at now: Int) -> Value? {
        entries.withLock { $0[key].flatMap { $0.until > now ? $0.value : nil } }
    }

    /// Once: it is forgotten with this.
    func take(_ key: [UInt8], at now: Int) -> Value? {
        entries.withLock { $0.removeValue(forKey: key).flatMap { $0.until > now ? $0.value : nil } }
    }
}
