import Connections
import Hummingbird

/// A request under way, and from where.
struct RelayContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    /// Whose share of what is limited it counts against; nil for this machine, and for a proxy.
    var peer: PeerAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = PeerAddress(source.channel.remoteAddress)
    }
}
