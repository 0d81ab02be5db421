import Hummingbird
import NIOCore
import Synchronization

/// The memory of bodies that are being sent, of all clients together: taken as they come, not as they are declared; of it
/// no address has more than a share, and nobody for longer than the slowest line needs.
final class BodyBytes: Sendable {
    private struct Used {
        var all = 0
        var byAddress: [[UInt8]: Int] = [:]

        /// - Returns: whether there is room.
        mutating func take(_ weight: Int, of address: [UInt8]?, within limit: Int, share: Int) -> Bool {
            guard all + weight <= limit else { return false }
            if let address, byAddress[address, default: 0] + weight > share { return false }
            add(weight, of: address)
            return true
        }

        mutating func add(_ weight: Int, of address: [UInt8]?) {
            all += weight
            guard let address else { return }
            let left = byAddress[address, default: 0] + weight
            byAddress[address] = left == 0 ? nil : left
        }
    }

    /// Beyond what the bytes take at `rate`, a second.
    private static let (patience, rate) = (30, 8 << 10)

    private let limit: Int
    private let share: Int
    private let used = Mutex(Used())

    /// - Parameter share: of one address.
    init(limit: Int, share: Int) { (self.limit, self.share) = (limit, share) }

    /// The whole body.
    /// - Throws: `NIOTooManyBytesError` beyond the limit, `RelayRefusal.busy` where too much is being sent.
    func body(of request: Request, limit: Int, _ context: RelayContext) async throws -> [UInt8] {
        let length = request.headers[.contentLength].flatMap(Int.init) ?? limit
        guard length <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
        let end = context.closing(after: .seconds(Int64(Self.patience + max(length, 0) / Self.rate)))
        defer { end.cancel() }
        var bytes: [UInt8] = []
        defer { giveBack(bytes.count, of: context.address) }
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
            try take(part.readableBytes, for: context.address)
            bytes += part.readableBytesView
        }
        return bytes
    }

    /// In bytes of memory.
    var taken: Int { used.withLock(\.all) }

    private func take(_ count: Int, for address: [UInt8]?) throws(RelayRefusal) {
        let isThere = used.withLock { $0.take(Self.weight(count), of: address, within: limit, share: share) }
        if !isThere { throw .busy }
    }

    private func giveBack(_ count: Int, of address: [UInt8]?) {
        used.withLock { $0.add(-Self.weight(count), of: address) }
    }

    /// What is held is the body, its text as JSON and the bundle.
    private static func weight(_ count: Int) -> Int { 3 * count }
}
