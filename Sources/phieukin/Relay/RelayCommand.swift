import ArgumentParser
import Client
import Connections
import Foundation
import Hummingbird
import Logging
import Relay
import SecretBallot
import Service
import ServiceLifecycle
import StrictEncoding
import UnixSignals

/// Runs a relay for another body's service.
struct RelayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay",
        abstract: "Run a relay for one service of another body, until it is told to stop (SIGTERM, Ctrl-C).",
        discussion: """
            A relay takes members' encrypted ballots during the meeting, mixes them once when voting has closed, and hands
            them on. It learns who hands over and never what. At its start it says its key, which the service's secretary
            enters with the relay's address when the round is prepared. It keeps no ballot on the disk before it mixes, and
            nothing of who handed over ever: started again before that, members' devices hand over again.
            """)

    @Option(help: ArgumentHelp("The relay's folder: its key, and what it mixed.", valueName: "dir"))
    var data: String

    @Option(help: ArgumentHelp("The service that the relay works for.", valueName: "url"))
    var service: String

    @Option(help: ArgumentHelp("The issuer's name in that service's rounds; its host if not given.", valueName: "name"))
    var issuer: String?

    @Option(help: ArgumentHelp("An authority's certificate (PEM) to trust the service's TLS by.", valueName: "pem"))
    var caFile: String?

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8081

    @Option(help: ArgumentHelp("What the relay's address has after its host, such as /relay.", valueName: "path"))
    var path = ""

    @Option(help: ArgumentHelp("The relay's certificate and its chain (PEM).", valueName: "pem"))
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("The relay's private key for TLS (PEM).", valueName: "pem"))
    var tlsKey: String?

    @Flag(help: "Plain HTTP beyond this machine: only behind a proxy that speaks TLS.")
    var forcePlainHTTP = false

    @Option(
        help: ArgumentHelp(
            "Addresses of proxies through which people come, with commas between them.", valueName: "addresses"))
    var proxies: String?

    @Option(help: ArgumentHelp("Memory for ballots.", valueName: "MiB"))
    var memory = 512

    @Option(
        help: ArgumentHelp(
            "How long members may accept a smaller mix once voting has ended, 5 to 600.", valueName: "seconds"))
    var loweringSeconds = RelayConfiguration.usualLowering

    @Option(help: "trace, debug, info, notice, warning or error.")
    var logLevel = Logger.Level.notice.rawValue

    func validate() throws {
        guard (tlsCertificate == nil) == (tlsKey == nil) else {
            throw ValidationError("TLS needs both the certificate's file and the key's file")
        }
        guard tlsCertificate != nil || forcePlainHTTP || ["127.0.0.1", "::1", "localhost"].contains(host) else {
            throw ValidationError(
                "\(host): plain HTTP is spoken only on loopback: give TLS files, or --force-plain-http behind a proxy")
        }
        guard path.isEmpty || path.hasPrefix("/") && !path.hasSuffix("/") else {
            throw ValidationError("--path begins with a slash and does not end with one")
        }
        guard Logger.Level(rawValue: logLevel) != nil else {
            throw ValidationError(
                "--log-level: one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        guard (1...1 << 20).contains(memory) else { throw ValidationError("--memory: MiB, at least 1") }
        let possible = RelayConfiguration.possibleLowering
        guard possible.contains(loweringSeconds) else {
            throw ValidationError("--lowering-seconds: \(possible.lowerBound) to \(possible.upperBound)")
        }
    }

    func run() async throws {
        let address = try ServerAddress(service)
        var logger = Logger(label: "phieukin", factory: UnhurriedLogHandler.init)
        logger.logLevel = Logger.Level(rawValue: logLevel) ?? .notice
        let client = RelayClient(try ServerOptions.connection(to: address, caFile: caFile))
        let relay = try buildRelay(configuration(for: address), service: client, logger: logger) { port, key in
            // At once, also where a file or a service manager reads it.
            let print = RelayReference(name: "", url: "", key: key).fingerprint
            Terminal.say("relay: listening on \(host):\(port), key \(Base64URL.encode(key.bytes)) (\(print))")
        }
        var life = ServiceGroupConfiguration(
            services: [relay], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        life.maximumGracefulShutdownDuration = .seconds(20)
        life.maximumCancellationDuration = .seconds(10)
        try await ServiceGroup(configuration: life).run()
    }

    private func configuration(for address: ServerAddress) -> RelayConfiguration {
        var configuration = RelayConfiguration(
            folder: data, issuer: issuer ?? URL(string: address.description)?.host() ?? "")
        (configuration.host, configuration.port, configuration.path) = (host, port, path)
        (configuration.tlsCertificateFile, configuration.tlsKeyFile) = (tlsCertificate, tlsKey)
        configuration.memory = memory << 20
        configuration.loweringSeconds = loweringSeconds
        configuration.limits = ConnectionLimits(descriptors: Descriptors.raise())
        configuration.proxies =
            proxies.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } } ?? []
        configuration.isBehindTLS = forcePlainHTTP
        return configuration
    }
}
