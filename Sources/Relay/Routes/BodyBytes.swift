import Connections
import Hummingbird
import NIOCore
import Synchronization

/// The memory of bodies that are being sent, of all clients together: taken as they come, not as they are declared; of it
/// no address has more than a share. How long a body may take, its connection sees to.
final class BodyBytes: Sendable {
    private struct Used {
        var all = 0
        var byAddress: [PeerAddress: Int] = [:]

        /// - Returns: whether there is room.
        mutating func take(_ weight: Int, of address: PeerAddress?, within limit: Int, share: Int) -> Bool {
            guard all + weight <= limit else { return false }
            if let address, byAddress[address, default: 0] + weight > share { return false }
            add(weight, of: address)
            return true
        }

        mutating func add(_ weight: Int, of address: PeerAddress?) {
            all += weight
            guard let address else { return }
            let left = byAddress[address, default: 0] + weight
            byAddress[address] = left == 0 ? nil : left
        }
    }

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
        var bytes: [UInt8] = []
        defer { giveBack(bytes.count, of: context.peer) }
        for try await part in request.body {
            guard bytes.count + part.readableBytes <= limit else { throw NIOTooManyBytesError(maxBytes: limit) }
            try take(part.readableBytes, for: context.peer)
            bytes += part.readableBytesView
        }
        return bytes
    }

    /// In bytes of memory.
    var taken: Int { used.withLock(\.all) }

    private func take(_ count: Int, for address: PeerAddress?) throws(RelayRefusal) {
        let isThere = used.withLock { $0.take(Self.weight(count), of: address, within: limit, share: share) }
        if !isThere { throw .busy }
    }

    private func giveBack(_ count: Int, of address: PeerAddress?) {
        used.withLock { $0.add(-Self.weight(count), of: address) }
    }

    /// What is held is the body, its text as JSON and the bundle.
    private static func weight(_ count: Int) -> Int { 3 * count }
}
