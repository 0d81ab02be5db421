import Foundation
import SecretBallot
import Storage
import StrictEncoding
import Synchronization
import TestSupport
import Testing

@testable import Service

/// Two closings of one round prove misconduct: no register that is put back brings an honest service to a second one.
@Suite(.serialized) struct OneClosingTests {
    /// What the end of voting fixed, as anybody is given it.
    private static func fixed(_ office: OpenOffice) async throws -> [[UInt8]] {
        var documents: [[UInt8]] = []
        for file in [RecordFile.closing, .roll, .steps] { documents.append(try await office.desk.published(file)) }
        return documents
    }

    private static func close(_ files: Files, at time: TestTime) async throws -> [[UInt8]] {
        try await OpenOffice.run(in: files.folder, time: time) { office async throws in
            try await office.desk.close()
            return try await fixed(office)
        }
    }

    /// With which a step was refused; nil where it was taken.
    private static func refusal(_ body: () async throws -> Void) async -> ProblemCode? {
        do {
            try await body()
            return nil
        } catch {
            return Problem(translating: error).code
        }
    }

    /// A relay says that it mixed nobody.
    private static func state(_ office: OpenOffice) async throws {
        let manifest = try await office.desk.manifest()
        let closing = try await office.desk.closing(of: manifest)
        try await office.desk.addStatement(
            RelayStatement(relay: 0, voters: 0, closing: closing, of: manifest, signedBy: SigningKey()))
    }

    private static func isKeptBack(_ desk: RoundDesk) -> Bool { desk.held.withLock { $0.fault } != nil }

    @Test(arguments: [Files.Moment.frozen, .voting])
    func anOlderRegisterIsClosedAsItWas(_ moment: Files.Moment) async throws {
        try await TestFolder.use { folder in
            let (files, time) = (try await Files(in: folder), TestTime())
            let first = try await Self.close(files, at: time)
            try files.put(.register, from: moment)
            time.advance(by: 3_600)
            try await OpenOffice.run(in: folder, time: time) { office async throws in
                #expect(try await office.state() == .closing)
                #expect(try await Self.fixed(office) == first)
                #expect(try await office.lines("round.closing") == ["round.closing "])
                let live = try office.desk.requireLive()
                let refused = await Self.refusal { _ = try await live.issue(files.laid.devices[0].tokenRequest) }
                #expect(refused == .wrongState, "nobody is given tokens")
                try await office.desk.close()
                #expect(try await Self.fixed(office) == first)
                try await office.advance(files.laid, to: .certified)
                #expect(try await office.audit(.certified) == [])
                #expect(try await office.slips(files.laid) == files.laid.slips)
            }
        }
    }

    /// Its neighbour: what was not closed is not closed by a start.
    @Test func aRoundThatWasNotClosedVotesOn() async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            try files.put(.register, from: .frozen)
            try await OpenOffice.run(in: folder) { office async throws in
                #expect(try await office.state() == .voting)
                #expect(try await office.desk.requireLive().spool.closing() == nil)
            }
        }
    }

    /// One that was closed by a program that did not tell the spool, or was killed between the two.
    @Test func aSpoolThatWasNotToldIsToldAtTheStart() async throws {
        try await TestFolder.use { folder in
            let (files, time) = (try await Files(in: folder), TestTime())
            let first = try await Self.close(files, at: time)
            try files.put(.spool, from: .voting)
            try await OpenOffice.run(in: folder, time: time) { office async throws in
                #expect(try await office.desk.requireLive().spool.closing() != nil)
            }
            try files.put(.register, from: .voting)
            time.advance(by: 3_600)
            try await OpenOffice.run(in: folder, time: time) { office async throws in
                #expect(try await Self.fixed(office) == first)
            }
        }
    }

    /// A spool of before the tokens were given out holds no slip of those that the closing lists: it is not sealed.
    @Test func aSpoolOfBeforeTheTokensIsNotTaken() async throws {
        try await TestFolder.use { folder in
            let (files, time) = (try await Files(in: folder), TestTime())
            let first = try await Self.close(files, at: time)
            try files.put(.spool, from: .frozen)
            try await OpenOffice.run(in: folder, time: time) { office async throws in
                #expect(Self.isKeptBack(try office.desk))
                let refused = await Self.refusal { try await office.desk.seal() }
                #expect(refused == .keptBack)
                #expect(try await Self.fixed(office) == first)
            }
        }
    }

    /// Both put back, and closed again: nothing on this machine knew of the first. Once it is known, nothing goes on.
    @Test func twoClosingsAreKeptBack() async throws {
        try await TestFolder.use { folder in
            let (files, time) = (try await Files(in: folder), TestTime())
            let first = try await Self.close(files, at: time)
            let spool = try TemporaryFolder.bytes(of: files.path(.spool))
            for kind in [Files.Kind.register, .spool] { try files.put(kind, from: .voting) }
            time.advance(by: 3_600)
            #expect(try await Self.close(files, at: time) != first)
            try files.remove(.spool)
            try TemporaryFolder.write(spool, to: files.path(.spool))
            try await OpenOffice.run(in: folder, time: time) { office async throws in
                #expect(Self.isKeptBack(try office.desk))
                let refused = await Self.refusal { try await office.desk.seal() }
                #expect(refused == .keptBack)
                let slips = await Self.refusal { _ = try await office.desk.answering() }
                #expect(slips == .keptBack)
                let statement = await Self.refusal { try await Self.state(office) }
                #expect(statement == .keptBack, "nor is a relay's word taken")
                let fault = try #require(try office.desk.held.withLock(\.fault))
                #expect(String(decoding: fault.json.encoded(), as: UTF8.self).contains("two different ends"))
                try await office.desk.cancel(reason: "Hai lần kết thúc bỏ phiếu")
            }
        }
    }

    /// A backup has no spool: of a round that is closed as of one that is voting it can only be cancelled.
    @Test(arguments: [true, false]) func aBackupClosesNothing(isClosed: Bool) async throws {
        try await TestFolder.use { folder in
            let (files, time) = (try await Files(in: folder), TestTime())
            let first = isClosed ? try await Self.close(files, at: time) : nil
            let configuration = ServiceConfiguration(dataFolder: folder + "/data")
            let report = try await Installation.backUp(configuration, to: folder + "/backup")
            #expect(report.openRounds.count == 1)
            var other = ServiceConfiguration(dataFolder: folder + "/other/data")
            other.masterKeyFile = folder + "/data/master.key"
            try FileManager.default.createDirectory(
                atPath: folder + "/other", withIntermediateDirectories: true)
            _ = try await Installation.restore(folder + "/backup", as: other)
            try TemporaryFolder.write(
                TemporaryFolder.bytes(of: folder + "/data/master.key"), to: folder + "/other/data/master.key")
            time.advance(by: 3_600)
            try await OpenOffice.run(in: folder + "/other", time: time) { office async throws in
                #expect(Self.isKeptBack(try office.desk))
                let closing = await Self.refusal { try await office.desk.close() }
                let sealing = await Self.refusal { try await office.desk.seal() }
                #expect(closing == .keptBack && sealing == .keptBack)
                if let first { #expect(try await Self.fixed(office) == first) }
                try await office.desk.cancel(reason: "Mất hòm phiếu")
            }
        }
    }
}
