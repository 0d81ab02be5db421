import Hummingbird
import NIOCore
import Synchronization

/// The memory of bodies that are being sent, of all clients together.
final class BodyBytes: Sendable {
    private let limit: Int
    private let used = Mutex(0)

    init(limit: Int) { self.limit = limit }

    /// The whole body; room for it is taken before a byte of it is read.
    /// - Throws: `NIOTooManyBytesError` beyond the limit, `RelayRefusal.busy` where too much is being sent.
    func body(of request: Request, limit: Int) async throws -> [UInt8] {
        let length = request.headers[.contentLength].flatMap(Int.init) ?? limit
        guard length <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
        // What is held is the body, its text as JSON and the bundle.
        try take(3 * max(length, 0))
        defer { used.withLock { $0 -= 3 * max(length, 0) } }
        return Array(try await request.body.collect(upTo: limit).readableBytesView)
    }

    private func take(_ count: Int) throws(RelayRefusal) {
        let isRoom = used.withLock { used in
            guard used + count <= limit else { return false }
            used += count
            return true
        }
        if !isRoom { throw .busy }
    }
}
