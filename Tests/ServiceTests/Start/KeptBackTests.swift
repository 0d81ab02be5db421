import Foundation
import Recognition
import SecretBallot
import Storage
import Synchronization
import Testing

@testable import Service

/// Of a round that lost something every step says so, and destroys nothing.
@Suite struct KeptBackTests {
    private static let steps: [(name: String, step: @Sendable (RoundDesk, Files) async throws -> Void)] = [
        ("mark", { desk, _ in try await desk.mark([:]) }),
        ("issue", { desk, _ in try await desk.beginIssuing() }),
        ("vote", { desk, _ in try await desk.beginVoting() }),
        ("seal", { desk, _ in try await desk.seal() }),
        ("open", { desk, files in try await desk.open(with: try await share(desk, files)) }),
        ("recount", { desk, _ in _ = try await desk.recount() }),
        ("certify", { desk, _ in try await desk.certify() }),
        ("boxes", { desk, _ in _ = try await desk.boxes() }),
        ("record", { desk, _ in _ = try await desk.record(with: [:]) }),
    ]

    private static func share(_ desk: RoundDesk, _ files: Files) async throws -> BoardShare {
        let seal = try SealDocument(try await desk.require(.seal), of: try await desk.manifest()).seal
        return try files.laid.share(for: seal)
    }

    private static func answers(_ office: OpenOffice, _ files: Files) async throws -> [String: ProblemCode] {
        var answers: [String: ProblemCode] = [:]
        for (name, step) in steps {
            do { try await step(try office.desk, files) } catch let problem as Problem { answers[name] = problem.code }
        }
        return answers
    }

    /// What is not of this state is of none; all else says what is lost, and how to get it back.
    @Test(arguments: [Stage.sealed, .opened, .certified])
    func everyStepSaysThatTheBoxesAreGone(_ stage: Stage) async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            try await OpenOffice.run(in: folder) { try await $0.advance(files.laid, to: stage) }
            try files.remove(.boxes)
            try await OpenOffice.run(in: folder) { office in
                let answers = try await Self.answers(office, files)
                for (name, code) in answers where code != .keptBack {
                    #expect(code == .wrongState, "\(name)")
                    #expect(name == "record" || stage == .sealed && ["recount", "certify"].contains(name), "\(name)")
                }
                #expect(answers.count == Self.steps.count)
                #expect(answers["boxes"] == .keptBack && answers["open"] == .keptBack)
                #expect(answers["record"] == (stage == .certified ? .keptBack : .wrongState))
            }
        }
    }

    /// Gone while the service runs: the steps that read them say the same.
    @Test func boxesThatGoLaterAreMissedToo() async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            try await OpenOffice.run(in: folder) { office in
                try await office.desk.seal()
                try files.remove(.boxes)
                let answers = try await Self.answers(office, files)
                #expect(answers["open"] == .keptBack && answers["boxes"] == .keptBack)
            }
        }
    }

    /// A sealing that is repeated would destroy the spool, which may be all that is left of the slips.
    @Test func repeatedSealingLeavesASpoolWhoseBoxesAreGone() async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            try await files.seal()
            try files.remove(.boxes)
            for kind in [Files.Kind.spool, .key] { try files.put(kind, from: .frozen) }
            let before = try files.kept()
            try await OpenOffice.run(in: folder) { office async throws in
                #expect(try await Self.answers(office, files)["seal"] == .keptBack)
            }
            #expect(try files.kept() == before)
        }
    }

    /// One round's file that cannot be opened keeps that round back; a link that leads to itself stands for a file of
    /// another account, which the account of these tests may open.
    @Test(arguments: [Files.Kind.spool, .key, .boxes]) func aFileThatCannotBeOpenedStopsNoStart(
        _ kind: Files.Kind
    ) async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            if kind == .boxes { try await files.seal() }
            let bytes = try Data(contentsOf: URL(filePath: files.path(kind)))
            try FileManager.default.removeItem(atPath: files.path(kind))
            try FileManager.default.createSymbolicLink(
                atPath: files.path(kind), withDestinationPath: files.path(kind))
            try await OpenOffice.run(in: folder) { office in
                let fault = try office.desk.held.withLock(\.fault)
                #expect(fault?.code == .keptBack && fault?.detail == RoundFault.forbidden.text.english)
                #expect(try await Self.answers(office, files)["seal"] == .keptBack)
            }
            // And goes on when it can be opened again.
            try FileManager.default.removeItem(atPath: files.path(kind))
            try bytes.write(to: URL(filePath: files.path(kind)))
            try await OpenOffice.run(in: folder) { office async throws in
                #expect(try office.desk.held.withLock(\.fault) == nil)
            }
        }
    }
}
