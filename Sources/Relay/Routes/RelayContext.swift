import Hummingbird
import NIOCore

/// A request under way: from where, and the connection that it came by.
struct RelayContext: RequestContext {
    /// Where the address stands in what the system calls `sockaddr_in` and `sockaddr_in6`.
    private static let (place4, place6) = (4..<8, 8..<24)

    var coreContext: CoreRequestContextStorage

    /// An address of IPv4, a network of 64 bits of IPv6; nil for this machine, where a proxy may stand for many.
    let address: [UInt8]?
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
        address = Self.bytes(of: source.channel.remoteAddress)
    }

    private static func bytes(of address: SocketAddress?) -> [UInt8]? {
        switch address {
        case .v4(let address): return shared(withUnsafeBytes(of: address.address) { Array($0[place4]) })
        case .v6(let address):
            let all = withUnsafeBytes(of: address.address) { Array($0[place6]) }
            guard all.prefix(10).allSatisfy({ $0 == 0 }) else { return Array(all.prefix(8)) }
            // ::1 is this machine; ::ffff:a.b.c.d is an address of IPv4 that came to a socket of IPv6.
            return all[10] == 0xFF && all[11] == 0xFF ? shared(Array(all.suffix(4))) : nil
        default: return nil
        }
    }

    private static func shared(_ address: [UInt8]) -> [UInt8]? { address.first == 127 ? nil : address }

    /// Closes the connection after so long, unless that is cancelled.
    func closing(after time: TimeAmount) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { [channel] in channel.close(promise: nil) }
    }
}
