import TestSupport
import Testing

@testable import Storage

/// Another program holds the register's write lock.
@Suite struct ForeignLockTests {
    private static func engine(_ path: String, patience: Duration) throws -> SQLiteEngine {
        try SQLiteEngine.create(at: path) { try $0.execute("CREATE TABLE notes (text TEXT)") }
        return try SQLiteEngine(opening: path, patience: patience)
    }

    private static func write(_ engine: SQLiteEngine) async throws {
        try await engine.write { _ = try $0.execute("INSERT INTO notes VALUES (?)", ["x"]) }
    }

    private static func count(_ engine: SQLiteEngine) async throws -> Int {
        try await engine.read { try $0.rows("SELECT text FROM notes").count }
    }

    @Test func aWriteWaitsForTheLockAndNoReadDoes() async throws {
        let folder = try TemporaryFolder()
        let engine = try Self.engine(folder.file("notes.sqlite"), patience: .seconds(3_600))
        let other = try ForeignWriter(folder.file("notes.sqlite"))
        #expect(other.isHolding)
        async let written: Void = Self.write(engine)
        for _ in 0..<1_000 {
            let count = try await Self.count(engine)
            #expect(count == 0)
        }
        other.letGo()
        try await written
        #expect(try await Self.count(engine) == 1)
        try engine.close()
    }

    @Test func aLockThatIsKeptIsSaidAndLeavesNothingBehind() async throws {
        let folder = try TemporaryFolder()
        let engine = try Self.engine(folder.file("notes.sqlite"), patience: .milliseconds(50))
        let other = try ForeignWriter(folder.file("notes.sqlite"))
        for _ in 0..<3 { await expectCode(.locked) { try await Self.write(engine) } }
        other.letGo()
        // Whoever comes within the same moment is still refused.
        while (try? await Self.write(engine)) == nil { await Task.yield() }
        #expect(try await Self.count(engine) == 1)
        try engine.close()
    }

    @Test func whoQueuesBehindAVainWaitDoesNotWaitAgain() {
        let (patience, start) = (LockPatience(.seconds(1)), ContinuousClock.now)
        func isLeft(_ attempt: Int, _ moment: Int) -> Bool {
            patience.isLeft(attempt, at: start + .milliseconds(moment))
        }
        #expect(isLeft(0, 0) && isLeft(1, 999))
        #expect(!isLeft(2, 1_000), "in vain")
        #expect(!isLeft(0, 1_001) && !isLeft(0, 1_999), "all who queue behind")
        #expect(isLeft(0, 2_000) && isLeft(1, 2_900), "time for another trial")
        #expect(isLeft(0, 2_950) && isLeft(1, 3_900), "what ended well leaves the next one all of its time")
    }
}
