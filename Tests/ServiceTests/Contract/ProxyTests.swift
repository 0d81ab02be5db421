import Decisions
import Foundation
import TestSupport
import Testing

@testable import Service

/// nginx, exactly as docs/operations.md has it but for addresses, ports and TLS.
@Suite struct ProxyTests {
    private static let program = "/usr/sbin/nginx"

    /// The block of the document, for this test's ports and folder.
    private static func configuration(_ port: Int, to service: Int, in folder: String) throws -> String {
        let lines = try TestFiles.text("docs/operations.md").split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.contains("upstream phieukin {") })
        let block = lines[start...].prefix { $0.isEmpty || $0.hasPrefix("    ") }
            .filter { !$0.contains("ssl_certificate") }.joined(separator: "\n")
            .replacing("listen 443 ssl", with: "listen 127.0.0.1:\(port)")
            .replacing("127.0.0.1:8080", with: "127.0.0.1:\(service)")
            .replacing("/var/log/nginx/phieukin.log", with: "\(folder)/error.log")
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(folder)/\($0);" }
        return """
            daemon off; worker_processes 1; pid \(folder)/pid; error_log \(folder)/error.log;
            events {}
            http { access_log off; \(paths.joined(separator: " "))
            \(block)
            }
            """
    }

    /// Runs nginx before a service while `body` does.
    private static func run(_ body: @escaping @Sendable (TestService, Int) async throws -> Void) async throws {
        try await TestFolder.use { folder in
            try await TestService.run { service in
                let port = try ServeProcess.freePort()
                let configuration = try configuration(Int(port), to: service.port, in: folder)
                try TemporaryFolder.write(Array(configuration.utf8), to: folder + "/nginx.conf")
                let process = Process()
                process.executableURL = URL(filePath: program)
                process.arguments = ["-p", folder, "-c", folder + "/nginx.conf", "-e", folder + "/error.log"]
                try process.run()
                defer {
                    process.terminate()
                    process.waitUntilExit()
                }
                while (try? await RawConnection.run(to: Int(port), { _ in })) == nil {
                    try #require(process.isRunning, "nginx refuses the document's configuration")
                }
                try await body(service, Int(port))
            }
        }
    }

    private static func post(_ count: Int, to port: Int) async throws -> RawConnection.Answer? {
        try await RawConnection.run(to: port) { connection in
            try await connection.send(
                "POST /api/v1/verify HTTP/1.1\r\nHost: a\r\nContent-Length: \(count)\r\n\r\n")
            let chunk = [UInt8](repeating: 0x20, count: 1 << 20)
            for start in stride(from: 0, to: count, by: chunk.count) {
                do {
                    try await connection.send(Array(chunk.prefix(count - start)))
                } catch {
                    // Refused before it had all come.
                    break
                }
            }
            return try await connection.answer()
        }
    }

    @Test func filesAsLargeAsTheServiceTakesPassAndLargerOnesAreRefusedInItsWords() async throws {
        try await Self.run { _, port in
            for count in [9 << 20, DecisionDocument.maximumSize] {
                let answer = try #require(try await Self.post(count, to: port))
                #expect(![413, 502, 503].contains(answer.status), "\(count): \(answer.head)")
            }
            let refused = try #require(try await Self.post(DecisionDocument.maximumSize + 1, to: port))
            #expect(refused.status == 413 && refused.body.contains("too-large") && refused.body.contains("quá lớn"))
        }
    }

    @Test func pagesPassAndMetricsDoNot() async throws {
        try await Self.run { service, port in
            try await RawConnection.run(to: port) { connection in
                for path in ["/", "/api/v1/keys", "/nowhere"] {
                    try await connection.send("HEAD \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                    let through = try #require(try await connection.answer(hasBody: false))
                    let direct = try await service.call("HEAD", path)
                    #expect(through.status == direct.status, "\(path)")
                    #expect(through.header("content-security-policy") == direct.headers["content-security-policy"])
                }
                for path in ["/metrics", "/metrics/", "/metrics?x"] {
                    try await connection.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(try await connection.answer()?.status == 403, "\(path)")
                }
            }
        }
    }

    @Test func aWishForAnotherProtocolIsIgnoredThroughIt() async throws {
        try await Self.run { _, port in
            try await RawConnection.run(to: port) { connection in
                try await connection.send(
                    "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n")
                #expect(try await connection.answer()?.body == "ok\n")
            }
        }
    }
}
