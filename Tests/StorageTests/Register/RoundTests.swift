import Testing

@testable import Storage

@Suite struct RoundTests {
    private let place: Installation
    private let folder: DataFolder
    private let register: SQLRegister
    private let roundID = [UInt8](repeating: 9, count: 32)

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
    }

    private func freeze(_ manifest: [UInt8] = [1], roundID: [UInt8]? = nil) -> RoundTransition {
        RoundTransition(
            from: ["draft"], to: "frozen", at: 200, documents: ["manifest": manifest, "empty": []],
            roundID: roundID ?? self.roundID)
    }

    @Test func isReadAsItWasWritten() async throws {
        #expect(try await register.round("r1") == .draft("r1"))
        #expect(try await register.round("r2") == nil)
        #expect(try await register.round(identifiedBy: roundID) == nil)
        try await register.create(.draft("r0", createdAt: 101))
        #expect(try await register.rounds().map(\.id) == ["r0", "r1"])
        await expectCode(.exists) { try await register.create(.draft("r1")) }
    }

    @Test func isMadeWithItsFirstDocuments() async throws {
        try await register.create(.draft("r2"), with: ["draft": [1], "units": []])
        #expect(try await register.document("draft", of: "r2") == [1])
        #expect(try await register.documentNames(of: "r2") == ["draft", "units"])
        await expectCode(.exists) { try await register.create(.draft("r2"), with: ["draft": [2], "voters": [3]]) }
        #expect(try await register.document("draft", of: "r2") == [1])
        #expect(try await register.documentNames(of: "r2") == ["draft", "units"])
    }

    @Test func movesWithAllThatTheStepFixes() async throws {
        #expect(try await register.move("r1", by: freeze()) == .done)
        #expect(try await register.round(identifiedBy: roundID)?.state == "frozen")
        #expect(try await register.document("manifest", of: "r1") == [1])
        #expect(try await register.document("empty", of: "r1") == [])
        #expect(try await register.document("other", of: "r1") == nil)
        #expect(try await register.documentNames(of: "r1") == ["empty", "manifest"])
        let steps = [RoundStep(state: "draft", at: 100), RoundStep(state: "frozen", at: 200)]
        #expect(try await register.steps(of: "r1") == steps)
    }

    @Test func repeatedChangesNothing() async throws {
        try await register.move("r1", by: freeze())
        let other = freeze([2], roundID: [UInt8](repeating: 8, count: 32))
        #expect(try await register.move("r1", by: other) == .repeated)
        #expect(try await register.document("manifest", of: "r1") == [1])
        #expect(try await register.round("r1")?.roundID == roundID)
        #expect(try await register.steps(of: "r1").count == 2)
    }

    @Test func isRefusedFromAnotherStateWhichIsNamed() async throws {
        let seal = RoundTransition(from: ["voting", "issuing"], to: "sealed", at: 1)
        await expectCode(.wrongState(present: "draft")) { try await register.move("r1", by: seal) }
        await expectCode(.missing) { try await register.move("r9", by: seal) }
        #expect(try await register.steps(of: "r1").count == 1)
    }

    @Test func isWholeOrNotAtAll() async throws {
        try await register.store([7], as: "manifest", of: "r1", .once)
        await expectCode(.exists) { try await register.move("r1", by: freeze()) }
        #expect(try await register.round("r1") == .draft("r1"))
        #expect(try await register.documentNames(of: "r1") == ["manifest"])
        #expect(try await register.steps(of: "r1").count == 1)
    }

    @Test func hasARoundIDOfItsOwn() async throws {
        try await register.create(.draft("r2"))
        try await register.move("r1", by: freeze())
        await expectCode(.exists) { try await register.move("r2", by: freeze()) }
        #expect(try await register.round("r2")?.state == "draft")
        let rename = RoundTransition(from: ["frozen"], to: "issuing", at: 300, roundID: [1])
        await expectCode(.exists) { try await register.move("r1", by: rename) }
    }

    @Test func isMovedOnceByMany() async throws {
        let (register, freeze) = (register, freeze())
        let outcomes = try await withThrowingTaskGroup(of: RoundTransition.Outcome.self) { group in
            for _ in 0..<100 { group.addTask { try await register.move("r1", by: freeze) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .done } == 1)
        #expect(try await register.steps(of: "r1").count == 2)
    }

    @Test func keepsDocumentsByTheirPolicy() async throws {
        try await register.store([1], as: "a", of: "r1", .once)
        try await register.store([1], as: "a", of: "r1", .once)
        await expectCode(.exists) { try await register.store([2], as: "a", of: "r1", .once) }
        try await register.store([1], as: "b", of: "r1", .replaceable)
        try await register.store([2], as: "b", of: "r1", .replaceable)
        #expect(try await register.document("a", of: "r1") == [1])
        #expect(try await register.document("b", of: "r1") == [2])
        await expectCode(.missing) { try await register.store([1], as: "a", of: "r9", .once) }
        await expectCode(.wrongState(present: "draft")) {
            try await register.store([1], as: "c", of: "r1", .once, while: ["sealed"])
        }
    }

    /// What is recorded never goes backward; at the same second it may.
    @Test func isNotMovedBeforeItsLastStep() async throws {
        try await register.move("r1", by: freeze())
        for time in [199, 0, -1, Int.min] {
            await expectCode(.clockBehind) {
                try await register.move("r1", by: RoundTransition(from: ["frozen"], to: "issuing", at: time))
            }
        }
        #expect(try await register.round("r1")?.state == "frozen")
        #expect(try await register.move("r1", by: RoundTransition(from: ["frozen"], to: "issuing", at: 200)) == .done)
        // A repetition is one at whatever time.
        #expect(try await register.move("r1", by: RoundTransition(from: ["frozen"], to: "issuing", at: 1)) == .repeated)
    }

    @Test func theLatestTimeIsOfTheJournalOrTheSteps() async throws {
        #expect(try await register.latestTime() == 100)
        try await register.move("r1", by: freeze())
        #expect(try await register.latestTime() == 200)
        try await register.add(JournalEntry(at: 300, account: "an", action: "x"))
        #expect(try await register.latestTime() == 300)
    }
}
