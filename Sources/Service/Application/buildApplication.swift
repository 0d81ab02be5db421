import AccountSecurity
import Connections
public import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
import Reader
import Storage

/// Builds the whole service over an installation: what `serve`, `demo` and the tests all run.
/// - Parameter onServerRunning: told the port once the service listens.
/// - Throws: `ConfigurationFault`, `StorageError` and others that say what to mend before it can start.
public func buildApplication(
    _ configuration: ServiceConfiguration, logger: Logger, clock: ServiceClock = .system,
    onServerRunning: @escaping @Sendable (Int) async -> Void = { _ in }
) async throws -> some ApplicationProtocol {
    try await buildApplication(
        configuration, lanes: Lanes(), limits: ConnectionLimits(descriptors: Descriptors.raise()), logger: logger,
        clock: clock, onServerRunning: onServerRunning)
}

/// The same over lanes that somebody else looks at too, within other limits, and over a storage that may fail.
func buildApplication(
    _ configuration: ServiceConfiguration, lanes: Lanes, limits: ConnectionLimits,
    bodies: [BodyBudget.Purse: Int] = BodyBudget.usual, logger: Logger, clock: ServiceClock,
    opening open: (StoragePlace) throws -> any BallotStorage = { try $0.open() },
    onServerRunning: @escaping @Sendable (Int) async -> Void
) async throws -> some ApplicationProtocol {
    try PublicAddress.check(configuration.publicAddress, logger: logger)
    let proxies = try Proxies(configuration.proxies)
    let table = ConnectionTable(limits, proxies: proxies)
    let server = try serverBuilder(configuration, limits, table)
    let installation = try await Installation.open(configuration, keeping: try open(configuration.storage))
    let tools = RoundTools(installation: installation, lanes: lanes, clock: clock, logger: logger)
    try await beginTime(tools)
    let journal = try await JournalWatch(tools)
    let office = try await RoundOffice(tools)
    let stamper = configuration.timestampURL.map {
        TimestampClient(url: $0, verifier: tools.installation.verifier, clock: clock)
    }
    let readers = ReaderPool(
        configuration.readers, trusting: installation.verifier, report: ReaderLog(logger: logger).note)
    let router = try buildRouter(
        tools, office, stamper, readers, pages: WebFileSource(folder: configuration.webFolder), proxies: proxies,
        budget: BodyBudget(limits, room: bodies), metrics: [lanes, table, journal])
    var application = Application(
        router: router, server: server,
        configuration: ApplicationConfiguration(
            address: .hostname(configuration.host, port: configuration.port), serverName: nil, backlog: 1_024),
        onServerRunning: { channel in await onServerRunning(channel.localAddress?.port ?? configuration.port) },
        logger: logger)
    application.addServices(
        InstallationService(installation: installation, office: office, lanes: lanes),
        ReaderService(
            readers: readers, isProbed: configuration.readers.startsAhead, secret: configuration.storage.guardedFile,
            logger: logger))
    return application
}

/// Lets nothing that has expired live again because the machine's clock was set back, and says that it was.
func beginTime(_ tools: RoundTools) async throws {
    let latest = try await tools.register.latestTime()
    tools.clock.begin(notBefore: latest)
    guard tools.clock.isBehind(latest) else { return }
    tools.logger.critical(
        """
        the clock is behind what was recorded: set it right (timedatectl) / đồng hồ máy chủ chỉ giờ sớm hơn lần ghi \
        cuối: hãy chỉnh lại
        """,
        metadata: ["clock": "\(tools.clock.now)", "recorded": "\(latest)"])
}

/// The routes over an open installation.
func buildRouter(
    _ tools: RoundTools, _ office: RoundOffice, _ stamper: TimestampClient?, _ readers: ReaderPool,
    pages source: WebFileSource, proxies: Proxies, budget: BodyBudget = BodyBudget(),
    metrics sources: [any MetricSource] = []
) throws -> Router<ServiceContext> {
    let routes = RouteTable()
    let metrics = Metrics(sources + [budget, readers])
    let installation = tools.installation
    let staff = StaffDesk(
        register: tools.register, lanes: tools.lanes, clock: tools.clock, rules: installation.rules,
        issuer: installation.issuerName, party: RelyingParty(address: installation.address))
    let decisions = DecisionDesk(tools: tools, office: office, stamper: stamper, readers: readers)
    let actions = StaffActions(office: office, decisions: decisions, staff: staff)

    let router = Router(context: ServiceContext.self)
    router.add(middleware: CountingMiddleware(metrics: metrics))
    router.add(middleware: PeerMiddleware(proxies: proxies))
    router.add(middleware: BodyAccounting(budget: budget, purse: .strangers))
    let kit = PageKit(source: source, lane: tools.lanes.uploads, isTrial: tools.installation.trial != nil)
    let authenticator = StaffAuthenticator(desk: staff, origin: SiteOrigin(address: installation.address))
    let framed = PageMiddleware(authenticator: authenticator)
    router.add(
        middleware: ProblemMiddleware(
            pages: ProblemPages(kit: kit, pages: framed), routes: routes,
            refusals: RefusalLog(clock: tools.clock, logger: tools.logger)))
    let readiness = Readiness(tools.storage, clock: tools.clock, logger: tools.logger)
    SystemRoutes(metrics: metrics, isReady: readiness.isReady).add(to: router)

    let api = router.group("api/v1")
    let rounds = api.group("rounds")
    let live = rounds.group("").add(middleware: BodyAccounting(budget: budget, purse: .live))
    VoterRoutes(office: office).add(to: live)
    GatewayRoutes(office: office).add(to: live)
    PublicRoundRoutes(office: office, decisions: decisions).add(to: rounds)
    DecisionRoutes(decisions: decisions).add(to: api)
    SeatRoutes(door: SeatDoor(office: office), actions: SeatActions(clock: tools.clock)).add(to: api.group("board"))

    let desk = api.group("staff").add(middleware: authenticator)
    SessionRoutes(desk: staff, actions: actions.own).add(to: desk)
    AccountRoutes(desk: staff, actions: actions.accounts).add(to: desk)
    RoundRoutes(office: office, actions: actions.rounds).add(to: desk)
    BoardRoutes(office: office, actions: actions.counting).add(to: desk)
    BoardPlanRoutes(office: office, actions: actions.rounds).add(to: desk)
    SignerRoutes(office: office, actions: actions.decisions).add(to: desk)
    PreparationRoutes(office: office, decisions: decisions, actions: actions.decisions).add(to: desk)
    DocumentRoutes(office: office).add(to: desk)

    AssetRoutes(source: source).add(to: router)
    let pages = router.group("").add(middleware: framed)
    PageGroups(kit: kit, staff: staff, office: office, decisions: decisions, actions: actions).add(to: pages)
    routes.learn(router)
    return router
}
