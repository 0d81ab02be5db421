/// Who stands for many: this machine, and the proxies that an operator names. They have no share of their own in what is
/// limited by address; limits of that kind are theirs to keep.
public struct Proxies: Sendable {
    private let addresses: Set<PeerAddress>

    /// - Throws: `NoAddress`.
    public init(_ texts: [String] = []) throws {
        addresses = Set(
            try texts.map { text in
                guard let address = PeerAddress(text: text) else {
                    throw NoAddress(text: text)
                }
                return address
            })
    }

    /// Something that was named as a proxy.
    public struct NoAddress: Error, CustomStringConvertible {
        let text: String

        public var description: String { "proxy: \(text) is no address of IPv4 or IPv6" }
    }

    /// Nil where it stands for many.
    public func single(_ address: PeerAddress?) -> PeerAddress? {
        guard let address, !address.isLoopback, !addresses.contains(address) else { return nil }
        return address
    }
}
