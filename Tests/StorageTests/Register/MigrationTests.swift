import Foundation
import GRDB
import OpenSSLKit
import TestSupport
import Testing

@testable import Storage

/// Registers that earlier versions wrote.
@Suite struct MigrationTests {
    private let place: Installation

    init() throws { place = try Installation() }

    /// Puts a register of version 1 into the installation, as it was dumped, under the installation's master key.
    private func layFirstVersion() throws {
        let vector = URL(filePath: TestFiles.path("Tests/Vectors/storage/register-1.sql"))
        try FileManager.default.removeItem(atPath: place.layout.database)
        let database = try DatabaseQueue(path: place.layout.database)
        try database.inDatabase { db in
            try db.execute(sql: String(contentsOf: vector, encoding: .utf8))
            let sentinel = try MasterKey(file: place.layout.masterKey).wrap(
                SecretBytes(random: 32), purpose: "sentinel")
            try db.execute(sql: "INSERT INTO meta VALUES ('sentinel', ?)", arguments: [Data(sentinel)])
        }
        try database.close()
    }

    @Test func theFirstVersionsJournalIsChained() async throws {
        try layFirstVersion()
        let folder = try place.open()
        let journal = try await folder.register.journal(of: nil, limit: 9)
        #expect(
            journal == [
                JournalEntry(
                    at: 1_764_000_050, account: "admin", action: "account.disable", detail: "binh — \"nghỉ\""),
                JournalEntry(at: 1_764_000_100, account: "binh", round: "5JRE7BVBYW", action: "round.create"),
                JournalEntry(at: 1_764_000_000, account: "admin", action: "account.create", detail: "binh"),
            ])
        #expect(try await folder.register.journalHead().count == 3)
        #expect(try await folder.register.journalFault(known: []) == nil)
        #expect(try await folder.register.round("5JRE7BVBYW")?.state == "draft")
        try folder.close()
    }

    /// Computed apart from this code, by the form that `JournalChain` documents.
    @Test func theChainIsAsItWas() async throws {
        try layFirstVersion()
        for _ in 0..<2 { #expect(try await headCode() == "3-1FN7-50DT-RXN8-MDS8") }
    }

    private func headCode() async throws -> String {
        let folder = try place.open()
        defer { withExtendedLifetime(folder) { try? folder.close() } }
        return try await folder.register.journalHead().code
    }
}
