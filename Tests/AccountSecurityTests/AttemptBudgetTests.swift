import Testing

@testable import AccountSecurity

/// How long whoever guesses has to wait.
@Suite struct AttemptBudgetTests {
    private static let policy = AttemptPolicy(freeFailures: 5, longestWait: 900)

    @Test func aFewFailuresAreFreeThenTheWaitDoubles() {
        var budget = AttemptBudget<String>(Self.policy)
        var (now, waits) = (0, [Int]())
        for _ in 0..<18 {
            #expect(budget.wait(of: "an", at: now) == 0)
            budget.begin("an", at: now)
            let wait = budget.wait(of: "an", at: now)
            if wait > 0 { waits.append(wait) }
            now += wait
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900])
    }

    @Test func anotherKeyDoesNotWaitAndTheForgivenDoesNot() {
        var budget = AttemptBudget<String>(Self.policy)
        for _ in 0..<9 { budget.begin("an", at: 0) }
        #expect(budget.wait(of: "an", at: 0) == 16 && budget.wait(of: "bình", at: 0) == 0)
        budget.forget("an")
        #expect(budget.wait(of: "an", at: 0) == 0)
    }

    @Test func anExcusedAttemptLeavesThoseBeforeIt() {
        var budget = AttemptBudget<String>(Self.policy)
        for _ in 0..<4 { budget.begin("an", at: 0) }
        for _ in 0..<10 {
            budget.begin("an", at: 0)
            budget.excuse("an")
            #expect(budget.wait(of: "an", at: 0) == 0)
        }
        budget.excuse("bình")
        budget.begin("an", at: 2)
        #expect(budget.wait(of: "an", at: 2) == 1, "the fifth failure")
    }

    @Test func failuresOfLongAgoAreForgotten() {
        var budget = AttemptBudget<String>(Self.policy)
        for _ in 0..<4 { budget.begin("an", at: 0) }
        budget.begin("an", at: 901)
        #expect(budget.wait(of: "an", at: 901) == 0, "the first again")
        for _ in 0..<4 { budget.begin("an", at: 902) }
        #expect(budget.wait(of: "an", at: 902) == 1)
    }

    @Test func strangersNamesFillNoMemoryAndFreeNobodyWhoWaits() {
        var budget = AttemptBudget<String>(Self.policy, capacity: 100)
        for _ in 0..<14 { budget.begin("an", at: 0) }
        for name in 0..<1_000 { budget.begin("\(name)", at: 0) }
        #expect(budget.wait(of: "an", at: 0) > 0)
        for name in 0..<150 { for _ in 0..<6 { budget.begin("waits \(name)", at: 0) } }
        #expect(budget.wait(of: "an", at: 0) > 0, "who waits longest is kept")
    }
}
