import ArgumentParser
import Configuration

/// The settings that were given on the command line.
struct ServeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The data folder that `phieukin init` made.", valueName: "dir"))
    var data: String?

    @Option(help: ArgumentHelp("Where the master key is, if not in the data folder.", valueName: "file"))
    var masterKey: String?

    @Option(help: "The address to listen on; 127.0.0.1 if not given.")
    var host: String?

    @Option(help: "The port to listen on; 8080 if not given.")
    var port: Int?

    @Option(help: ArgumentHelp("The server's certificate and its chain (PEM).", valueName: "pem"))
    var tlsCertificate: String?

    @Option(help: ArgumentHelp("The server's private key (PEM).", valueName: "pem"))
    var tlsKey: String?

    @Flag(help: "Plain HTTP beyond this machine: only behind a proxy that speaks TLS.")
    var forcePlainHTTP = false

    @Option(
        help: ArgumentHelp(
            "Addresses of proxies through which people come, with commas between them.", valueName: "addresses"))
    var proxies: String?

    @Option(help: ArgumentHelp("Authorities (*.pem) to trust signers' certificates by.", valueName: "dir"))
    var trustedCertificates: String?

    @Option(help: ArgumentHelp("Guidance profiles (*.json) besides the bundled ones.", valueName: "dir"))
    var guidance: String?

    @Option(
        help: ArgumentHelp("The address that QR codes lead to, such as https://phieukin.example.", valueName: "url"))
    var publicAddress: String?

    @Option(help: ArgumentHelp("Forms in this installation's own wording (*.json).", valueName: "dir"))
    var templates: String?

    @Option(help: ArgumentHelp("Lists of revoked certificates (*.crl).", valueName: "dir"))
    var revocationLists: String?

    @Option(help: ArgumentHelp("A time stamp authority (RFC 3161) for signatures.", valueName: "url"))
    var timestampURL: String?

    @Option(help: ArgumentHelp("Authorities (*.pem) to trust time stamps by.", valueName: "dir"))
    var timestampCertificates: String?

    @Option(
        help: ArgumentHelp(
            "strict (a second factor for admin, board and signer, first passwords changed) or simple.",
            valueName: "strict|simple"))
    var accountRules: String?

    @Option(
        help: ArgumentHelp(
            "Pages from this folder (Sources/WebAssets) instead of those built in: to work on them.",
            valueName: "dir"))
    var web: String?

    @Option(help: "trace, debug, info, notice, warning or error.")
    var logLevel: String?

    var values: [AbsoluteConfigKey: ConfigValue] {
        let texts = [
            "data": data, "master.key": masterKey, "host": host, "tls.certificate": tlsCertificate, "tls.key": tlsKey,
            "proxies": proxies,
            "trusted.certificates": trustedCertificates, "guidance": guidance, "public.address": publicAddress,
            "templates": templates,
            "revocation.lists": revocationLists, "timestamp.url": timestampURL,
            "timestamp.certificates": timestampCertificates, "account.rules": accountRules, "web": web,
            "log.level": logLevel,
        ]
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for case (let name, let text?) in texts { values[Self.key(name)] = ConfigValue(.string(text), isSecret: false) }
        if let port { values[Self.key("port")] = ConfigValue(.int(port), isSecret: false) }
        if forcePlainHTTP { values[Self.key("force.plain.http")] = ConfigValue(.bool(true), isSecret: false) }
        return values
    }

    private static func key(_ name: String) -> AbsoluteConfigKey {
        AbsoluteConfigKey(name.split(separator: ".").map(String.init))
    }
}
