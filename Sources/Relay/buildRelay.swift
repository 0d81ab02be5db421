public import Client
public import Connections
import HTTPTypes
public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import NIOSSL
public import SecretBallot
import StrictEncoding

/// What a relay has to be told.
public struct RelayConfiguration: Sendable {
    public var folder: String
    public var host = "127.0.0.1"
    public var port = 8081

    /// What the path of every route begins with; empty, or "/relay".
    public var path = ""

    /// PEM files; plain HTTP without them.
    public var tlsCertificateFile: String?
    public var tlsKeyFile: String?

    /// The issuer's name in the manifests of the service that this relay works for.
    public var issuer: String

    /// Bytes of ballots held at once.
    public var memory = 512 << 20

    /// How long, in seconds, members may accept a smaller mix once voting has closed, and ballots are waited for that a
    /// relay lost. The protocol's time; shorter, and whoever looks seldom at the phone is left out.
    public var loweringSeconds = usualLowering

    public static let usualLowering = 120

    /// What may be chosen: time to tap, and no meeting kept waiting.
    public static let possibleLowering = 5...600

    /// How many connections there may be, and how long each may take.
    public var limits = ConnectionLimits()

    /// Addresses of proxies through which people come, which have no share of their own; this machine has none either.
    public var proxies: [String] = []

    /// Plain HTTP that a proxy speaks TLS for.
    public var isBehindTLS = false

    /// Whether people come over TLS, here or at a proxy.
    var isSecure: Bool { tlsCertificateFile != nil || isBehindTLS }

    public init(folder: String, issuer: String) { (self.folder, self.issuer) = (folder, issuer) }
}

/// Builds a relay over its folder: what `phieukin relay` and the tests run.
/// - Parameter service: on connections that nothing else uses.
/// - Throws: what says what to mend before it can start.
public func buildRelay(
    _ configuration: RelayConfiguration, service: RelayClient, logger: Logger,
    onServerRunning: @escaping @Sendable (Int, VerifyingKey) async -> Void = { _, _ in }
) throws -> some ApplicationProtocol {
    let folder = try RelayFolder(configuration.folder)
    let tools = RelayTools(
        key: try folder.key(), storage: folder, service: HTTPServiceLine(client: service), clock: SystemRelayClock(),
        generator: SystemRandomNumberGenerator(), issuer: configuration.issuer, memory: configuration.memory,
        logger: logger, loweringSeconds: configuration.loweringSeconds)
    let desk = try RelayDesk(tools)
    let running = RelayRunning(desk)
    let key = tools.key.publicKey
    let proxies = try Proxies(configuration.proxies)
    let table = ConnectionTable(configuration.limits, proxies: proxies)
    var application = Application(
        router: relayRouter(configuration, desk, running, proxies) { table.counts },
        server: try relayServer(configuration, table),
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), serverName: nil, backlog: 1_024),
        onServerRunning: { await onServerRunning($0.localAddress?.port ?? configuration.port, key) }, logger: logger)
    application.addServices(running)
    return application
}

func relayRouter(
    _ configuration: RelayConfiguration, _ desk: RelayDesk, _ running: RelayRunning, _ proxies: Proxies,
    connections: @escaping @Sendable () -> ConnectionTable.Counts
) -> Router<RelayContext> {
    let router = Router(context: RelayContext.self)
    router.add(middleware: RelayMiddleware(proxies: proxies))
    let group = router.group(RouterPath(configuration.path))
    RelayRoutes(desk: desk, running: running, budget: BodyBytes(limit: 256 << 20, share: 64 << 20)).add(to: group)
    router.get("health") { _, _ in Response.json(["ready": true]) }
    router.get("metrics") { _, _ in
        Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
            body: .init(byteBuffer: .init(string: desk.counts.text + connections().text)))
    }
    return router
}

/// TLS where certificate files are given.
private func relayServer(_ configuration: RelayConfiguration, _ table: ConnectionTable) throws -> HTTPServerBuilder {
    let (limits, voice) = (configuration.limits, RelayVoice(isSecure: configuration.isSecure))
    let plain = HTTPServerBuilder { HTTPConnection(responder: $0, limits: limits, table: table, voice: voice) }
    guard let certificates = configuration.tlsCertificateFile, let key = configuration.tlsKeyFile else { return plain }
    return try .tls(plain, tlsConfiguration: .server(certificates: certificates, key: key))
}
