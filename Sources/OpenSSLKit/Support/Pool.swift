import Synchronization

/// Resources that are dear to make and serve one thread at a time, kept for the next who asks.
///
/// It never makes anyone wait for another: whoever finds it empty makes a resource, so that it ends up holding as many
/// as were ever in use at once.
final class Pool<Resource: Sendable>: Sendable {
    private let idle = Mutex<[Resource]>([])
    private let make: @Sendable () throws(OpenSSLError) -> Resource

    init(making make: @escaping @Sendable () throws(OpenSSLError) -> Resource) { self.make = make }

    /// Lends a resource. One that was in use when `body` failed may be in any state and is let go.
    func withResource<Result>(_ body: (Resource) throws -> Result) throws -> Result {
        let resource = try idle.withLock { $0.popLast() } ?? make()
        let result = try body(resource)
        idle.withLock { $0.append(resource) }
        return result
    }
}
