import Foundation
import SecretBallot
import Storage
import StrictEncoding
import Synchronization
import TestSupport
import Testing

@testable import Service

/// Register, spool, key and boxes, each older, newer, missing or half-written than the rest: what a start makes of it.
/// The same table stands in docs/operations.md.
@Suite(.serialized) struct StartMatrixTests {
    enum Answer: Equatable {
        /// The round goes on with so many slips.
        case served(slips: Int)
        /// The round is sealed, its boxes proved, and nothing is left of its spool.
        case sealed
        /// All else is served.
        case keptBack
        /// The files are ahead of the register.
        case refused
        case corrupt
        case missing
    }

    struct Cell: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let answer: Answer
        let damage: @Sendable (Files) async throws -> Void

        init(_ name: String, _ answer: Answer, _ damage: @escaping @Sendable (Files) async throws -> Void) {
            (testDescription, self.answer, self.damage) = (name, answer, damage)
        }
    }

    /// Of a round of two voters whose 16 slips are in the box.
    private static let all = 16

    static let register = [
        Cell("older, while slips are taken", .served(slips: all)) { try $0.put(.register, from: .frozen) },
        Cell("older than the sealing", .refused) {
            try await $0.seal()
            try $0.put(.register, from: .voting)
        },
        Cell("older than the freezing", .refused) { try $0.put(.register, from: .draft) },
        Cell("older than the freezing, after the sealing", .refused) {
            try await $0.seal()
            try $0.put(.register, from: .draft)
        },
        Cell("newer than the spool: sealed, and the files of before", .sealed) {
            try await $0.seal()
            try $0.remove(.boxes)
            for kind in [Files.Kind.spool, .key] { try $0.put(kind, from: .voting) }
        },
        Cell("missing", .missing) { try $0.remove(.register) },
        Cell("half-written", .corrupt) { try $0.halve(.register) },
    ]

    static let spool = [
        Cell("older", .served(slips: 0)) { try $0.put(.spool, from: .frozen) },
        Cell("missing", .keptBack) { try $0.remove(.spool) },
        Cell("half-written", .keptBack) { try $0.halve(.spool) },
        Cell("missing, and the boxes there", .refused) {
            try await $0.writeBoxes()
            try $0.remove(.spool)
        },
        Cell("newer than the sealed register: left behind by a crash", .sealed) {
            try await $0.seal()
            for kind in [Files.Kind.spool, .key] { try $0.put(kind, from: .voting) }
        },
    ]

    static let key = [
        Cell("missing", .keptBack) { try $0.remove(.key) },
        Cell("missing, and put back", .served(slips: all)) {
            try $0.remove(.key)
            try? await OpenOffice.run(in: $0.folder) { _ in }
            try $0.put(.key, from: .voting)
        },
        Cell("half-written", .keptBack) { try $0.halve(.key) },
        Cell("another round's, older or newer", .keptBack) {
            try TemporaryFolder.write([1] + [UInt8](repeating: 9, count: 60), to: $0.path(.key))
        },
        Cell("missing, and the boxes there", .refused) {
            try await $0.writeBoxes()
            try $0.remove(.key)
        },
    ]

    static let boxes = [
        Cell("of an interrupted sealing", .served(slips: all)) { try await $0.writeBoxes() },
        Cell("half-written, while slips are taken", .served(slips: all)) {
            try await $0.writeBoxes()
            try $0.halve(.boxes)
        },
        Cell("half-written beside their place", .served(slips: all)) {
            try TemporaryFolder.write([0, 0, 0, 1, 7], to: $0.path(.boxes) + ".new")
        },
        Cell("newer than the spool", .refused) {
            try await $0.writeBoxes()
            try $0.put(.spool, from: .frozen)
        },
        Cell("missing after the sealing", .keptBack) {
            try await $0.seal()
            try $0.remove(.boxes)
        },
        Cell("half-written after the sealing", .keptBack) {
            try await $0.seal()
            try $0.halve(.boxes)
        },
        Cell("older than the seal", .keptBack) {
            try await $0.seal()
            try TemporaryFolder.write([UInt8](repeating: 0, count: 4 * 8), to: $0.path(.boxes))
        },
        Cell("half-written after the sealing, and the spool still there", .sealed) {
            try await $0.seal()
            try $0.halve(.boxes)
            for kind in [Files.Kind.spool, .key] { try $0.put(kind, from: .voting) }
        },
    ]

    @Test(arguments: register) func theRegister(_ cell: Cell) async throws { try await Self.check(cell) }
    @Test(arguments: spool) func theSpool(_ cell: Cell) async throws { try await Self.check(cell) }
    @Test(arguments: key) func theKey(_ cell: Cell) async throws { try await Self.check(cell) }
    @Test(arguments: boxes) func theBoxes(_ cell: Cell) async throws { try await Self.check(cell) }

    private static func check(_ cell: Cell) async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            try await cell.damage(files)
            let before = try files.kept()
            #expect(try await answer(files) == cell.answer)
            guard cell.answer == .refused || cell.answer == .keptBack else { return }
            // Nothing that cannot be made again went.
            #expect(try files.kept() == before)
        }
    }

    private static func answer(_ files: Files) async throws -> Answer {
        do {
            return try await OpenOffice.run(in: files.folder) { try await answer($0, files) }
        } catch let refusal as StartRefusal {
            #expect(refusal.description.contains(files.folder + "/data/phieukin.sqlite"), "which register it is")
            return .refused
        } catch let error as StorageError where error.code == .corrupt {
            return .corrupt
        } catch let error as StorageError where error.code == .missing {
            #expect(error.detail.contains("the register is gone"))
            // And nobody makes a new installation of what is left of one.
            await #expect(throws: StorageError.self) { try await TestService.configuration(of: files.folder) }
            return .missing
        }
    }

    private static func answer(_ office: OpenOffice, _ files: Files) async throws -> Answer {
        let desk = try office.desk
        if desk.held.withLock({ $0.fault }) != nil { return .keptBack }
        guard try await office.state().isSealed else {
            let live = try desk.requireLive()
            // Whoever has tokens was there, whatever an older register says.
            #expect(live.rollCall.issued.allSatisfy { live.rollCall.mark(of: $0.text) == .present })
            #expect(!office.office.tools.storage.holding(of: files.roundID).hasBoxes)
            return .served(slips: live.turnout.slips)
        }
        #expect(try await office.audit(.sealed) == [])
        let holding = office.office.tools.storage.holding(of: files.roundID)
        #expect(!holding.hasSpoolKey && !holding.hasSpoolDatabase && !holding.hasUnfinishedBoxes)
        return .sealed
    }

    /// What a cancelled round held must not stay, whatever its state when something interrupted it.
    @Test func aCancelledRoundKeepsNothing() async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            try await OpenOffice.run(in: folder) { try await $0.desk.cancel(reason: "Hoãn") }
            for kind in [Files.Kind.spool, .key] { try files.put(kind, from: .voting) }
            for suffix in ["", ".new"] { try TemporaryFolder.write([0, 0, 0, 1, 7], to: files.path(.boxes) + suffix) }
            try await OpenOffice.run(in: folder) { office async throws in
                #expect(try await office.state() == .cancelled)
            }
            #expect(try files.kept().isEmpty)
        }
    }

    /// The refusal's own advice ends here when the files that were moved away come back: they may be the only copy.
    @Test(arguments: [Files.Kind.spool, .key]) func aCancelledRoundsSealedBoxesStay(_ lost: Files.Kind) async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            try await files.seal()
            let boxes = try Data(contentsOf: URL(filePath: files.path(.boxes)))
            try files.remove(.boxes)
            try files.put(.register, from: .voting)
            try await OpenOffice.run(in: folder) { try await $0.desk.cancel(reason: "Mất sổ") }
            try TemporaryFolder.write(Array(boxes), to: files.path(.boxes))
            for kind in [Files.Kind.spool, .key] where kind != lost { try files.put(kind, from: .voting) }
            await #expect(throws: StartRefusal.self) { try await OpenOffice.run(in: folder) { _ in } }
            #expect(try Data(contentsOf: URL(filePath: files.path(.boxes))) == boxes)
        }
    }

    /// All rounds are looked at before one is mended: what a start would have cleared is there after a refusal.
    @Test func aRefusedStartChangesNothingOfAnotherRound() async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            let cancelled = try await Self.layCancelled(in: folder)
            try await files.writeBoxes()
            let key = try TemporaryFolder.bytes(of: files.path(.key))
            try files.remove(.key)
            let before = try TemporaryFolder.files(under: folder + "/data/rounds")
            #expect(try await Self.answer(files) == .refused)
            #expect(try TemporaryFolder.files(under: folder + "/data/rounds") == before)
            try TemporaryFolder.write(key, to: files.path(.key))
            #expect(try await Self.answer(files) == .served(slips: Self.all))
            #expect(try !TemporaryFolder.files(under: folder + "/data/rounds").keys.contains { $0.contains(cancelled) })
        }
    }

    /// A round that comes before the other, and whose files a crash left behind when it was cancelled.
    /// - Returns: the name of its folder.
    private static func layCancelled(in folder: String) async throws -> String {
        let installation = try await Installation.open(ServiceConfiguration(dataFolder: folder + "/data"))
        let round = try PreparedRound(in: installation, voters: 1)
        try await round.lay(in: installation, .frozen, marks: [:], as: "AFTERCRASH")
        try await installation.register.move(
            "AFTERCRASH", by: RoundTransition(from: [Stage.frozen.rawValue], to: Stage.cancelled.rawValue, at: 0))
        try installation.storage.close()
        return Base64URL.encode(round.manifest.roundID.bytes)
    }

    /// And an older register beside a whole spool is completed so that the round can be sealed and opened.
    @Test func aRoundWithACompletedPresenceIsSealedAndOpened() async throws {
        try await TestFolder.use { folder in
            let files = try await Files(in: folder)
            try files.put(.register, from: .frozen)
            try await OpenOffice.run(in: folder) { office in
                try await office.advance(files.laid, to: .certified)
                #expect(try await office.audit(.certified) == [])
                #expect(try await office.slips(files.laid) == files.laid.slips)
            }
        }
    }
}
