import Synchronization
import Testing

@testable import OpenSSLKit

struct PoolTests {
    private struct Failure: Error {}

    @Test func usesAgainWhatCameBack() throws {
        let made = Atomic(0)
        let pool = Pool { () throws(OpenSSLError) in made.add(1, ordering: .relaxed).newValue }
        for _ in 0..<3 { #expect(try pool.withResource { $0 } == 1) }
    }

    @Test func makesAnotherForWhoeverFindsItEmpty() throws {
        let made = Atomic(0)
        let pool = Pool { () throws(OpenSSLError) in made.add(1, ordering: .relaxed).newValue }
        let both = try pool.withResource { one in try pool.withResource { other in [one, other] } }
        #expect(both == [1, 2])
    }

    @Test func letsGoOfWhatFailed() throws {
        let made = Atomic(0)
        let pool = Pool { () throws(OpenSSLError) in made.add(1, ordering: .relaxed).newValue }
        #expect(throws: Failure.self) { try pool.withResource { _ in throw Failure() } }
        #expect(try pool.withResource { $0 } == 2)
    }
}
