import ArgumentParser
import Hummingbird
import Logging
import Service

/// Runs the service.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the service until it is told to stop (SIGTERM, Ctrl-C).",
        discussion: """
            What is not given here is looked up in the environment (PHIEUKIN_PORT, PHIEUKIN_TLS_CERTIFICATE, …), then in
            config.json in the data folder ({"port": 8443, "tls": {"certificate": …, "key": …}}), whose names are those
            of the options: data, master.key, host, port, tls.certificate, tls.key, force.plain.http,
            trusted.certificates, guidance, public.address, templates, revocation.lists, timestamp.url,
            timestamp.certificates, log.level.
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
        try await buildApplication(settings.configuration, logger: logger) { welcome.say(port: $0) }.runService()
    }
}
