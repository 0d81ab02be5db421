import ArgumentParser
import Hummingbird
import Logging
import Service
import ServiceLifecycle
import UnixSignals

/// Runs the service.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the service until it is told to stop (SIGTERM, Ctrl-C).",
        discussion: """
            What is not given here is looked up in the environment (PHIEUKIN_PORT, PHIEUKIN_TLS_CERTIFICATE, …), then in
            config.json in the data folder ({"port": 8443, "tls": {"certificate": …, "key": …}}), whose names are those
            of the options: data, master.key, host, port, tls.certificate, tls.key, force.plain.http,
            proxies, trusted.certificates, guidance, public.address, templates, revocation.lists, timestamp.url,
            timestamp.certificates, account.rules, log.level; and readers.count, readers.places, readers.memory (MiB),
            readers.seconds, for those who read strangers' files.
            """)

    @OptionGroup
    var options: ServeOptions

    @Flag(help: "Open the first page in this machine's browser, where there is one.")
    var open = false

    func run() async throws {
        let settings = try await ServeSettings(options.values)
        var logger = Logger(label: "phieukin", factory: UnhurriedLogHandler.init)
        logger.logLevel = settings.logLevel
        let welcome = Welcome(to: settings.configuration, opening: open)
        let application = try await buildApplication(settings.configuration, logger: logger) { welcome.say(port: $0) }
        try await ServiceGroup(configuration: Self.life(of: application, logger)).run()
    }

    /// Stopping has an end: requests under way are given ten seconds by the service itself, and what then still computes
    /// is cancelled.
    private static func life(of application: any ServiceLifecycle.Service, _ logger: Logger)
        -> ServiceGroupConfiguration
    {
        var life = ServiceGroupConfiguration(
            services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        life.maximumGracefulShutdownDuration = .seconds(20)
        life.maximumCancellationDuration = .seconds(10)
        return life
    }
}
