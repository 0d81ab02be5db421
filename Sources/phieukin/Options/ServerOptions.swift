import ArgumentParser
import Client
import Foundation
import OpenSSLKit

/// Which service to talk to.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The service's address; else PHIEUKIN_SERVER, else http://127.0.0.1:8080.", valueName: "url")
    )
    var server: String?

    @Option(help: ArgumentHelp("An authority's certificate (PEM) to trust the server's TLS by.", valueName: "pem"))
    var caFile: String?

    @Flag(help: "Talk plain HTTP to another machine: only inside a network that is safe.")
    var forcePlainHTTP = false

    /// - Throws: `MalformedInput`, `Failure`, `CredentialError`.
    func connection() throws -> Connection {
        try Self.connection(to: address(), caFile: caFile)
    }

    /// - Throws: `MalformedInput`.
    func address() throws -> ServerAddress {
        let text = server ?? ProcessInfo.processInfo.environment["PHIEUKIN_SERVER"] ?? "http://127.0.0.1:8080"
        return try ServerAddress(text, forcingPlainHTTP: forcePlainHTTP)
    }

    static func connection(to address: ServerAddress, caFile: String?) throws -> Connection {
        let authorities = try caFile.map { try Certificate.all(pem: InputFile.read($0)) } ?? []
        return try Connection(to: address, trusting: authorities)
    }

    /// Those given, for whoever else is talked to.
    func authorities() throws -> [Certificate] { try caFile.map { try Certificate.all(pem: InputFile.read($0)) } ?? [] }

    func voter() throws -> VoterClient { VoterClient(try connection()) }
}
