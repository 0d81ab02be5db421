import TestSupport
import Testing

@testable import Service

/// Which addresses may stand in QR codes.
@Suite struct PublicAddressTests {
    @Test(arguments: [
        "https://phieu.example", "https://phieu.example/", "https://phieu.example:8443", "HTTPS://phieu.example",
        "http://127.0.0.1:8080", "http://localhost", "http://[::1]:8080",
    ])
    func anAddressIsTakenWithoutAWord(address: String) throws {
        let logs = LogSink()
        try PublicAddress.check(address, logger: logs.logger)
        #expect(logs.text.isEmpty)
    }

    @Test(arguments: ["http://phieu.example", "http://192.0.2.1:8080"])
    func plainHTTPIsWarnedOf(address: String) throws {
        let logs = LogSink()
        try PublicAddress.check(address, logger: logs.logger)
        #expect(logs.text.contains("plain http") && logs.text.contains("hãy dùng https"))
    }

    @Test(arguments: [
        "javascript:alert(1)", "", "phieu.example", "//phieu.example", "https://", "https:///x", "ftp://phieu.example",
        "https://ai@phieu.example", "https://ai:mat@phieu.example", "https://phieu.example?x=1",
        "https://phieu.example/#x", "https://phieu.example/bau", "data:text/html,x", "https://phieu example",
    ])
    func anythingElseIsRefused(address: String) {
        #expect(throws: ConfigurationFault.self) { try PublicAddress.check(address, logger: LogSink().logger) }
    }

    @Test func theStartRefusesIt() async throws {
        await #expect(throws: ConfigurationFault.self) {
            try await TestService.run(configure: { $0.publicAddress = "javascript:alert(1)" }) { _ in }
        }
    }
}
