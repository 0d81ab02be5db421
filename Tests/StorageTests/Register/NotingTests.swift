import OpenSSLKit
import Testing

@testable import Storage

/// A change and its entry in the journal are there together, or neither is.
@Suite struct NotingTests {
    private let place: Installation
    private let folder: DataFolder
    private let register: SQLRegister
    private let entry = JournalEntry(at: 200, account: "an", round: "r1", action: "tried", detail: "once")

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
    }

    private var journal: [JournalEntry] { get async throws { try await register.journal(of: nil, limit: 9) } }

    /// Each is done twice: the second changes nothing.
    static let repeatable: [(String, @Sendable (any Register) async throws -> Void)] = [
        ("move", { try await $0.move("r1", by: RoundTransition(from: ["draft"], to: "frozen", at: 200)) }),
        ("mark", { try await $0.mark(["v1": .present], in: "r1", while: nil) }),
        ("found", { try await $0.addFound([1], by: "v1", in: "r1") }),
        ("board", { try await $0.addBoardSignature([1], by: 0, at: .freeze, in: "r1") }),
        ("once", { try await $0.store([1], as: "a", of: "r1", .once) }),
        ("replaceable", { try await $0.store([1], as: "b", of: "r1", .replaceable) }),
        ("roles", { try await $0.setRoles(["admin", "board"], of: "an") }),
        ("disabled", { try await $0.setDisabled(true, of: "an") }),
        ("secret", { _ = try await $0.secret(named: "s") { SecretBytes(copying: [1]) } }),
        ("factors", { try await $0.removeFactors(of: "an") }),
    ]

    @Test(arguments: repeatable.map(\.0))
    func isWrittenWithTheChangeAndNotWithARepetition(_ name: String) async throws {
        try await register.add(
            StaffToken(.session, digest: [UInt8](repeating: 1, count: 32), account: "an", createdAt: 1, expiresAt: 9))
        let change = try #require(Self.repeatable.first { $0.0 == name }).1
        let noting = register.noting(entry)
        try await change(noting)
        #expect(try await journal == [entry])
        try await change(noting)
        #expect(try await journal == [entry])
        #expect(try await register.journalFault(known: []) == nil)
    }

    @Test func isNotWrittenWhereTheChangeFails() async throws {
        let noting = register.noting(entry)
        await expectCode(.missing) { try await noting.setPassword("p", of: "nobody") }
        await expectCode(.wrongState(present: "draft")) {
            try await noting.move("r1", by: RoundTransition(from: ["voting"], to: "sealed", at: 200))
        }
        await expectCode(.lastHolder) { try await noting.setRoles([], of: "an", keeping: "admin") }
        #expect(try await journal.isEmpty)
    }

    @Test func theRegisterItselfNotesNothing() async throws {
        _ = register.noting(entry)
        try await register.setPassword("p", of: "an")
        #expect(try await journal.isEmpty)
    }

    @Test func readsWhatTheRegisterReads() async throws {
        #expect(try await register.noting(entry).round("r1") == register.round("r1"))
        #expect(try await journal.isEmpty)
    }

    @Test func aViewOfAViewNotesItsOwn() async throws {
        let other = JournalEntry(at: 201, account: "an", action: "other")
        try await register.noting(entry).noting(other).setPassword("p", of: "an")
        #expect(try await journal == [other])
    }
}
