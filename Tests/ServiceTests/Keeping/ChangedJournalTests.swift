import Client
import Recognition
import Storage
import TestSupport
import Testing

@testable import Service

/// A journal that somebody changed behind the service's back.
@Suite struct ChangedJournalTests {
    private static let metric = "\nphieukin_journal_whole "

    @Test func isSaidAtTheStartAndStopsNothing() async throws {
        try await TestFolder.use { folder in
            try await TestService.run(in: folder) { service in
                _ = try await service.staff("thuky", .secretary)
                let metrics = try await service.call("GET", "/metrics").text
                #expect(metrics.contains(Self.metric + "1\n"))
                #expect(!service.logs.text.contains("the journal was changed"))
            }
            try Self.change(folder, "UPDATE journal SET detail = 'khác' WHERE place = 1")
            try await TestService.run(in: folder) { service in
                #expect(service.logs.text.contains("entry 1 is not the one that was written"))
                #expect(service.logs.text.contains("dòng thứ 1 không còn như khi được ghi"))
                #expect(!service.logs.text.contains("JournalEntry"))
                let metrics = try await service.call("GET", "/metrics").text
                #expect(metrics.contains(Self.metric + "0\n"))
                let ready = try await service.call("GET", "/readyz")
                #expect(ready.status == 200)
            }
            let report = try await Installation.backUp(
                try await TestService.configuration(of: folder), to: folder + "/backup")
            #expect(report.journalFault?.english == "entry 1 is not the one that was written")
        }
    }

    private static func change(_ folder: String, _ sql: String) throws {
        let script = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
        let outcome = try Command.run(["python3", "-c", script, folder + "/data/phieukin.sqlite", sql])
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// Whoever else holds the lock holds it for a moment: the client comes again, and nothing is wrong with it.
    @Test func aForeignLockIsOverload() {
        let problem = Problem(translating: StorageError(.locked, "in use"))
        #expect(problem.code == .overloaded && problem.retryAfter == 5)
    }
}
