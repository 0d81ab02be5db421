import Synchronization

/// Resources that are dear to make and serve one thread at a time, kept for the next who asks.
///
/// It never makes anyone wait for another: whoever finds it empty makes a resource, so that it ends up holding as many
/// as were ever in use at once.
final class Pool<Resource: Sendable>: Sendable {
    private let idle = Mutex<[Resource]>([])
    private let make: @Sendable () throws -> Resource

    init(making make: @escaping @Sendable () throws -> Resource) { self.make = make }

    /// Lends a resource, whatever comes of it: what is pooled here keeps nothing of a document that failed.
    func withResource<Result>(_ body: (Resource) throws -> Result) throws -> Result {
        let resource = try idle.withLock { $0.popLast() } ?? make()
        defer { idle.withLock { $0.append(resource) } }
        return try body(resource)
    }
}
