import ArgumentParser
import OpenSSLKit
import Service
import StrictEncoding

/// Makes an installation.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new installation: its data folder, its keys, its first account.",
        discussion: """
            The first account is the administrator's (quản trị); its password is printed once, here, and kept nowhere.
            It lasts a week and has to be changed at the first sign-in, on the page. The other accounts are made with
            it: secretary (thư ký), counting board (ban kiểm phiếu), signer (người ký).

            With --trial the installation is for trying things out: it trusts a certification authority and a signer
            made for the occasion, every page and paper says that nothing in it counts, and the browser leads through a
            whole round. Remove the folder when it is over.
            """)

    @Option(help: ArgumentHelp("The data folder, which must not exist yet.", valueName: "dir"))
    var data: String

    @Option(
        help: ArgumentHelp("The service's name in tokens and notes, such as “phieu.bum-to.example”.", valueName: "name")
    )
    var issuer: String?

    @Flag(help: "For trying things out; nothing in it is meant in earnest.")
    var trial = false

    @Option(help: ArgumentHelp("The name of the first account.", valueName: "name"))
    var admin = "admin"

    @Option(help: ArgumentHelp("Where to keep the master key; best on another disk than the data.", valueName: "file"))
    var masterKey: String?

    func run() async throws {
        let password = try Password.random()
        var configuration = ServiceConfiguration(dataFolder: data)
        configuration.masterKeyFile = masterKey
        configuration.accountRules = trial ? .simple : .strict
        guard let issuer = issuer ?? (trial ? TrialSample.issuer : nil) else {
            throw Failure("no issuer", hint: "give --issuer NAME, the service's name in tokens and notes")
        }
        let signer = trial ? try TrialSigner(for: TrialSample.signer(), of: TrialSample.authority) : nil
        try await Installation.create(configuration, issuer: issuer, adminName: admin, adminPassword: password)
        try signer.map { try TrialInstallation(data, $0).write(account: admin, password: password) }
        Terminal.say("Made \(data)\(trial ? ", to try things out" : "").")
        Terminal.say("Account:  \(admin)")
        Terminal.say("Password: \(password)")
        guard !trial else {
            Terminal.say("Start it, and open the page that it names:")
            return Terminal.say("  phieukin serve --data \(data)")
        }
        Terminal.say("Write the password down: it is not shown again. Start the service with:")
        Terminal.say("  phieukin serve --data \(data)")
        Terminal.say("then sign in on its page within a week: change the password, add a second factor (an")
        Terminal.say("authenticator app or a passkey), and make the other accounts there, or with")
        Terminal.say("  phieukin round login --name \(admin) --token-file admin.token")
        Terminal.say("  phieukin account create --help")
    }
}
