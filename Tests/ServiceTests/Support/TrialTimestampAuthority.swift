import Foundation
import OpenSSLKit
import TestSupport

/// A real time stamp authority on the loopback, with a root of its own that also keeps a revocation list.
final class TrialTimestampAuthority {
    private let process = Process()
    let folder: String
    let url: String

    /// - Parameter mode: of Tests/Peers/tsa.py.
    init(_ mode: String = "good") throws {
        folder = try TestService.makeFolder()
        try Self.issueCertificates(in: folder)
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", TestFiles.path("Tests/Peers/tsa.py"), folder, mode]
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
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs `body` beside an authority.
    static func run(
        _ mode: String = "good", _ body: (TrialTimestampAuthority) async throws -> Void
    ) async throws {
        let authority = try TrialTimestampAuthority(mode)
        defer { authority.stop() }
        try await body(authority)
    }

    private static func issueCertificates(in folder: String) throws {
        let configuration = """
            [ca]
            default_ca = trial_ca
            [trial_ca]
            database = index.txt
            default_md = sha256
            default_crl_days = 30
            [root]
            basicConstraints = critical, CA:TRUE
            keyUsage = critical, keyCertSign, cRLSign
            [stamping]
            keyUsage = critical, digitalSignature
            extendedKeyUsage = critical, timeStamping
            [trial]
            serial = serial
            default_policy = 1.2.3.4.1
            digests = sha256
            signer_digest = sha256
            ess_cert_id_alg = sha256
            [req]
            distinguished_name = name
            [name]
            """
        try Data(configuration.utf8).write(to: URL(filePath: folder + "/tsa.cnf"))
        try Data().write(to: URL(filePath: folder + "/index.txt"))
        let key = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
        try openssl(
            "req -x509 \(key) -config tsa.cnf -extensions root -subj /CN=TSA-root -keyout root.key -out root.crt -days 9",
            folder)
        try openssl("req -new \(key) -config tsa.cnf -subj /CN=TSA -keyout tsa.key -out tsa.csr", folder)
        try openssl(
            "x509 -req -in tsa.csr -CA root.crt -CAkey root.key -CAcreateserial -extfile tsa.cnf -extensions stamping -days 9 -out tsa.crt",
            folder)
        try FileManager.default.createDirectory(atPath: folder + "/trusted", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder + "/revoked", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder + "/root.crt", toPath: folder + "/trusted/root.pem")
        try openssl("ca -gencrl -config tsa.cnf -keyfile root.key -cert root.crt -out revoked/root.crl", folder)
    }

    private static func openssl(_ arguments: String, _ folder: String) throws {
        let words = ["openssl"] + arguments.split(separator: " ").map(String.init)
        let outcome = try Command.run(words, in: folder)
        guard outcome.status == 0 else { throw Workshop.Failure(words, outcome) }
    }
}
