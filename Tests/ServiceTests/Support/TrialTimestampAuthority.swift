import Foundation
import OpenSSLKit
import TestSupport

/// A real time stamp authority on the loopback, with a root of its own that also keeps a revocation list.
final class TrialTimestampAuthority {
    private let process = Process()
    private let shop: Workshop
    let url: String
    var folder: String { shop.path }

    /// - Parameter mode: of Tests/Peers/tsa.py.
    init(_ mode: String = "good") throws {
        shop = try Workshop()
        try Self.lay(TimestampIssuer(in: shop), shop)
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", TestFiles.path("Tests/Peers/tsa.py"), shop.path, mode]
        process.standardOutput = output
        try process.run()
        guard let line = String(data: output.fileHandleForReading.availableData, encoding: .utf8),
            let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw CocoaError(.executableNotLoadable) }
        url = "http://127.0.0.1:\(port)/"
    }

    /// Answers nobody any more. By SIGKILL: what is started from Swift's own threads may have others blocked.
    func end() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    func stop() {
        if process.isRunning { end() }
    }

    /// Runs `body` beside an authority.
    static func run(
        _ mode: String = "good", _ body: (TrialTimestampAuthority) async throws -> Void
    ) async throws {
        let authority = try TrialTimestampAuthority(mode)
        defer { authority.stop() }
        try await body(authority)
    }

    /// The certificates as the service's folders want them: trusted, and what the root revoked, which is nothing.
    private static func lay(_ issuer: TimestampIssuer, _ shop: Workshop) throws {
        let now = Int64(Date().timeIntervalSince1970)
        let list = try issuer.openssl.revocationList(by: "root", of: [], from: now, to: now + 9 * 86_400)
        for (name, bytes) in [("trusted/root.pem", try shop.read("root.crt")), ("revoked/root.crl", list)] {
            try shop.makeFolder(String(name.prefix { $0 != "/" }))
            try shop.write(bytes, to: name)
        }
    }
}
