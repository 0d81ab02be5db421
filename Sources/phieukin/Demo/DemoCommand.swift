import ArgumentParser
import Foundation
import Logging
import Service

/// A whole round, with nobody but this machine.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run the real service here and conduct the example's whole round through it.",
        discussion: """
            Starts the service on this machine only, on a free port, with a fresh data folder that is thrown away.
            Then every person of the round does their part over HTTP: administrator, secretary, a counting board of three
            of whom two open, 13 voters, signer. Beside it runs a relay, as another body's would. Each step is told in Vietnamese. The folder given gets the record, the decisions with
            their signatures, the list of annulled decisions, the trial authority's certificate, the table of results
            and demo.log. The keys and certificates are for trial only.
            """)

    @Option(
        help: ArgumentHelp("Where to leave the output; what an earlier demo left there is replaced.", valueName: "dir"))
    var out = "demo-output"

    @Option(help: ArgumentHelp("The example's folder.", valueName: "dir"))
    var example = "Examples/xa-bum-to"

    @Option(help: "How much the service itself says: trace, debug, info, notice, warning or error.")
    var logLevel = "error"

    func run() async throws {
        let example = try DemoExample(folder: example)
        let output = try DemoOutput(folder: out)
        let signer = try TrialSigner(for: example.signer, of: example.authority)
        let installation = try DemoInstallation(trusting: signer.authority)
        defer { installation.remove() }
        var logger = Logger(label: "phieukin", factory: UnhurriedLogHandler.init)
        logger.logLevel = Logger.Level(rawValue: logLevel) ?? .error
        let password = try Password.random()
        try await installation.create(adminPassword: password)
        try await installation.serve(logger: logger) { address, relay in
            try await Demo(example, output, signer, service: address, relay: relay).run(adminPassword: password)
        }
    }
}
