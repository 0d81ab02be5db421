import GRDB
import Testing

@testable import Storage

@Suite struct JournalChainTests {
    private let place: Installation
    private let folder: DataFolder
    private let register: SQLRegister

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
        for number in 1...5 { try await register.add(.numbered(number)) }
    }

    private func tamper(_ sql: String) async throws {
        try await register.sqlite.pool.write { db in try db.execute(sql: sql) }
    }

    private func fault(known codes: [String] = []) async throws -> JournalFault? {
        try await register.journalFault(known: codes)
    }

    @Test func whatWasWrittenHolds() async throws {
        let early = try await register.journalHead()
        try await register.add(.numbered(6))
        let head = try await register.journalHead()
        #expect(head.count == 6 && early.count == 5 && head.digest != early.digest)
        #expect(try await fault(known: [early.code, head.code, JournalHead.empty.code]) == nil)
        #expect(try await fault(known: [head.code.lowercased().replacing("-", with: " ")]) == nil)
    }

    @Test func whatCanBeNoCodeIsToldFromOneThatNeverWas() async throws {
        let codes = [try await register.journalHead().code, JournalHead.empty.code, "128-5JRE-7BVB-YW1E-EP0C"]
        for code in codes { #expect(JournalHead.isCode(code) && JournalHead.isCode(code.lowercased()), "\(code)") }
        let others = ["", "junk", "128", "5JRE-7BVB-YW1E-EP0C", "x-5JRE-7BVB-YW1E-EP0C", "12-5JRE-7BVB-YW1E"]
        for text in others { #expect(!JournalHead.isCode(text), "\(text)") }
    }

    /// A code that somebody wrote down is what a chain computed anew cannot have.
    @Test(arguments: ["5-5JRE-7BVB-YW1E-EP0C", "6", "", "5-5JRE-7BVB-YW1E-EP0C-!"])
    func aCodeThatNeverWasIsNamed(_ code: String) async throws {
        #expect(try await fault(known: [register.journalHead().code, code]) == .unknownCode(code))
    }

    @Test(arguments: ["at = 9", "account = 'ba'", "round = NULL", "round = 'r1'", "action = ''", "detail = 'x'"])
    func anAlteredEntryIsNamed(_ change: String) async throws {
        try await tamper("UPDATE journal SET \(change) WHERE place = 3")
        guard case .altered(3, _) = try await fault() else { return #expect(try await fault() == nil) }
    }

    /// What moves from one text to its neighbour is another entry.
    @Test func textsDoNotRunTogether() async throws {
        try await tamper("UPDATE journal SET action = 'round.freez', detail = 'e4' WHERE place = 4")
        guard case .altered(4, _) = try await fault() else { return #expect(try await fault() == nil) }
    }

    @Test func aHoleIsNamed() async throws {
        try await tamper("DELETE FROM journal WHERE place = 2")
        #expect(try await fault() == .missing(place: 2))
    }

    @Test func aHoleThatWasClosedIsNamed() async throws {
        try await tamper("DELETE FROM journal WHERE place = 2; UPDATE journal SET place = place - 1 WHERE place > 2")
        #expect(try await fault() == .altered(place: 2, .numbered(3)))
    }

    @Test func entriesThatChangedPlacesAreNamed() async throws {
        try await tamper(
            "UPDATE journal SET place = 9 WHERE place = 2; UPDATE journal SET place = 2 WHERE place = 3;"
                + "UPDATE journal SET place = 3 WHERE place = 9")
        #expect(try await fault() == .altered(place: 2, .numbered(3)))
    }

    @Test func aCutEndIsNamed() async throws {
        try await tamper("DELETE FROM journal WHERE place > 3")
        #expect(try await fault() == .length(expected: 5, found: 3))
    }

    /// Whoever sets the head back too is found out by a code that was written down.
    @Test func aCutEndWithItsHeadIsKnownByTheCode() async throws {
        let code = try await register.journalHead().code
        try await tamper(
            """
            DELETE FROM journal WHERE place > 3;
            UPDATE journalHead SET entries = 3, digest = (SELECT digest FROM journal WHERE place = 3)
            """)
        #expect(try await fault() == nil)
        #expect(try await fault(known: [code]) == .unknownCode(code))
    }

    @Test func aHeadOfAnotherChainIsNamed() async throws {
        try await tamper("UPDATE journalHead SET digest = (SELECT digest FROM journal WHERE place = 4)")
        #expect(try await fault() == .head)
    }

    @Test func anEmptiedJournalIsNamed() async throws {
        try await tamper("DELETE FROM journal")
        #expect(try await fault() == .length(expected: 5, found: 0))
        try await tamper("DELETE FROM journalHead")
        await expectCode(.corrupt) { _ = try await fault() }
    }
}

extension JournalEntry {
    /// Of odd rounds and none.
    static func numbered(_ number: Int) -> JournalEntry {
        JournalEntry(
            at: 100 + number, account: "an", round: number % 2 == 0 ? "r1" : "r2", action: "round.freeze",
            detail: "\(number)")
    }
}
