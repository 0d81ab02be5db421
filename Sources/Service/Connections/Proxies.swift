import Hummingbird

/// Who stands for many: this machine, and the proxies that an operator names. They have no share of their own in what is
/// limited by address; limits of that kind are theirs to keep.
struct Proxies: Sendable {
    private let addresses: Set<PeerAddress>

    /// - Throws: `ConfigurationFault` for what is no address.
    init(_ texts: [String] = []) throws {
        addresses = Set(
            try texts.map { text in
                guard let address = PeerAddress(text: text) else {
                    throw ConfigurationFault("proxy: \(text) is no address of IPv4 or IPv6")
                }
                return address
            })
    }

    /// Nil where it stands for many.
    func single(_ address: PeerAddress?) -> PeerAddress? {
        guard let address, !address.isLoopback, !addresses.contains(address) else { return nil }
        return address
    }
}

/// Tells whose share a request counts against.
struct PeerMiddleware: RouterMiddleware {
    let proxies: Proxies

    func handle(
        _ request: Request, context: ServiceContext,
        next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.peer = proxies.single(context.peer)
        return try await next(request, context)
    }
}
