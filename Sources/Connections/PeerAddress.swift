public import NIOCore

/// Where a connection comes from, as far as limits tell people apart: an address of IPv4, a network of 64 bits of IPv6,
/// which one household has. Kept in memory while the connection is open; never logged.
public struct PeerAddress: Hashable, Sendable {
    /// Where the address stands in what the system calls `sockaddr_in` and `sockaddr_in6`.
    private static let (place4, place6) = (4..<8, 8..<24)

    public let bytes: [UInt8]

    /// Nil for what has no address of its own, such as a socket in the file system.
    public init?(_ address: SocketAddress?) {
        switch address {
        case .v4(let address):
            bytes = withUnsafeBytes(of: address.address) { Array($0[Self.place4]) }
        case .v6(let address):
            let all = withUnsafeBytes(of: address.address) { Array($0[Self.place6]) }
            // ::ffff:a.b.c.d is an address of IPv4 that came to a socket of IPv6.
            let isMapped = all.prefix(10).allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
            bytes = isMapped ? Array(all.suffix(4)) : all == Self.loopback ? all : Array(all.prefix(8))
        default: return nil
        }
    }

    /// "192.0.2.1", "2001:db8::1".
    public init?(text: String) { self.init(try? SocketAddress(ipAddress: text, port: 0)) }

    private static let loopback = [UInt8](repeating: 0, count: 15) + [1]

    /// This machine itself.
    public var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes == Self.loopback }
}
