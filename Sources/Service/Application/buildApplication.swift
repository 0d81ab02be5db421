public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import NIOPosix
import NIOSSL
import Storage

/// Builds the whole service over an installation: what `serve`, `demo` and the tests all run.
/// - Parameter onServerRunning: told the port once the service listens.
/// - Throws: `ConfigurationFault`, `StorageError` and others that say what to mend before it can start.
public func buildApplication(
    _ configuration: ServiceConfiguration, logger: Logger, clock: ServiceClock = .system,
    onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) async throws -> some ApplicationProtocol {
    let server = try serverBuilder(configuration)
    let installation = try await Installation.open(configuration)
    let pool = BlockingPool(width: System.coreCount)
    let tools = RoundTools(installation: installation, pool: pool, clock: clock, logger: logger)
    // What was being signed when the service last stopped is not decided.
    try await tools.register.releaseReserved()
    let office = try await RoundOffice(tools)
    let stamper = configuration.timestampURL.map {
        TimestampClient(url: $0, verifier: tools.installation.verifier, clock: clock)
    }
    let router = try buildRouter(
        tools, office, stamper, pages: WebFileSource(folder: configuration.webFolder))
    var application = Application(
        router: router, server: server,
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), serverName: nil),
        onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? configuration.port) },
        logger: logger)
    application.addServices(InstallationService(installation: installation, office: office, pool: pool))
    return application
}

/// The routes over an open installation.
func buildRouter(
    _ tools: RoundTools, _ office: RoundOffice, _ stamper: TimestampClient?, pages source: WebFileSource
) throws -> Router<ServiceContext> {
    let metrics = Metrics()
    let staff = try StaffDesk(register: tools.register, pool: tools.pool, clock: tools.clock)
    let journal = Journal(register: tools.register, clock: tools.clock)
    let decisions = DecisionDesk(tools: tools, office: office, stamper: stamper)

    let router = Router(context: ServiceContext.self)
    router.add(middleware: CountingMiddleware(metrics: metrics))
    router.add(middleware: SecurityHeaders())
    let kit = PageKit(source: source, pool: tools.pool, isTrial: tools.installation.trial != nil)
    let framed = PageMiddleware(authenticator: StaffAuthenticator(desk: staff))
    router.add(middleware: ProblemMiddleware(pages: ProblemPages(kit: kit, pages: framed)))
    SystemRoutes(metrics: metrics) { (try? await tools.register.rounds()) != nil }.add(to: router)

    let api = router.group("api/v1")
    let rounds = api.group("rounds")
    VoterRoutes(office: office).add(to: rounds)
    PublicRoundRoutes(office: office, decisions: decisions).add(to: rounds)
    DecisionRoutes(decisions: decisions).add(to: api)

    let desk = api.group("staff").add(middleware: StaffAuthenticator(desk: staff))
    SessionRoutes(desk: staff).add(to: desk)
    AccountRoutes(desk: staff, journal: journal).add(to: desk)
    RoundRoutes(office: office, journal: journal).add(to: desk)
    BoardRoutes(office: office, journal: journal).add(to: desk)
    SignerRoutes(office: office, decisions: decisions, journal: journal).add(to: desk)
    PreparationRoutes(office: office, decisions: decisions, journal: journal).add(to: desk)
    DocumentRoutes(office: office).add(to: desk)

    AssetRoutes(source: source).add(to: router)
    let pages = router.group("").add(middleware: framed)
    PageGroups(kit: kit, staff: staff, office: office, decisions: decisions, journal: journal).add(to: pages)
    return router
}

/// TLS where certificate files are given; plain HTTP only on loopback, or where the operator insists.
private func serverBuilder(_ configuration: ServiceConfiguration) throws -> HTTPServerBuilder {
    let http = HTTP1Channel.Configuration(idleTimeout: .seconds(60))
    guard let certificates = configuration.tlsCertificateFile, let key = configuration.tlsKeyFile else {
        guard configuration.tlsCertificateFile == nil, configuration.tlsKeyFile == nil else {
            throw ConfigurationFault("TLS needs both the certificate's file and the key's file")
        }
        guard configuration.isLoopback || configuration.forcePlainHTTP else {
            throw ConfigurationFault(
                "\(configuration.host): plain HTTP is spoken only on loopback: give TLS files, or force it behind a "
                    + "proxy that speaks TLS")
        }
        return HTTPServerBuilder { OnEventLoops(base: HTTP1Channel(responder: $0, configuration: http)) }
    }
    var tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(certificates).map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
    tls.minimumTLSVersion = .tlsv12
    return HTTPServerBuilder { [tls] responder in
        OnEventLoops(
            base: try TLSChannel(HTTP1Channel(responder: responder, configuration: http), tlsConfiguration: tls))
    }
}
