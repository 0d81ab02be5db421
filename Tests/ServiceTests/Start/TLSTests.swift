import Client
import Foundation
import OpenSSLKit
import TestSupport
import Testing

@testable import Service

/// HTTPS from given certificate files.
@Suite struct TLSTests {
    /// A certificate of a machine's own, as an operator makes it with the openssl command.
    private static func makeCertificate(in folder: String) throws -> Certificate {
        let made = try Command.run([
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=phieukin thử",
            "-utf8", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost", "-keyout", "\(folder)/key.pem",
            "-out", "\(folder)/certificate.pem",
        ])
        try #require(made.status == 0, "\(made.errors)")
        return try #require(Certificate.all(pem: TemporaryFolder.bytes(of: folder + "/certificate.pem")).first)
    }

    @Test func itServesHTTPSToWhoTrustsItsCertificate() async throws {
        try await TestFolder.use { folder in
            let certificate = try Self.makeCertificate(in: folder)
            try await TestService.run(tls: folder) { service in
                let address = try ServerAddress("https://127.0.0.1:\(service.port)")
                let trusting = try Connection(to: address, trusting: [certificate])
                #expect(try await VoterClient(trusting).keys().issuer == "phieukin.test")
                let stranger = VoterClient(try Connection(to: address), patience: .none)
                await #expect(throws: ConnectionFault.untrusted) { try await stranger.keys() }
                // Plain HTTP is not spoken on that port.
                await #expect(throws: (any Error).self) { try await service.call("GET", "/healthz") }
            }
        }
    }

    @Test func aKeyOfAnotherCertificateIsRefused() async throws {
        try await TestFolder.use { folder in
            _ = try Self.makeCertificate(in: folder)
            let kept = try TemporaryFolder.bytes(of: folder + "/key.pem")
            _ = try Self.makeCertificate(in: folder)
            try TemporaryFolder.write(kept, to: folder + "/key.pem")
            await #expect(throws: (any Error).self) {
                try await TestService.run(tls: folder) { service in
                    let connection = try Connection(to: ServerAddress("https://127.0.0.1:\(service.port)"))
                    _ = try await VoterClient(connection, patience: .none).keys()
                }
            }
        }
    }
}
