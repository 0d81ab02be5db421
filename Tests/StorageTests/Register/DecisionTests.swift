import Crypto
import TestSupport
import Testing

@testable import Storage

@Suite struct DecisionTests {
    private struct Refusal: Error {}

    private let place: Installation
    private let folder: DataFolder
    private let register: SQLRegister

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
    }

    private func order(
        _ units: String..., annuls: [UInt8]? = nil, year: Int = 2025, first: Int = 1
    ) -> PaperOrder {
        PaperOrder(
            round: "r1", claims: units.map { DecisionClaim(unit: $0, annuls: annuls) },
            series: NumberSeries(authority: "ĐU", year: year), firstNumber: first)
    }

    @Sendable private static func text(_ order: PaperOrder, _ number: Int) -> PaperText {
        PaperText(
            numberText: "\(number)-QĐ/ĐU",
            statements: order.claims.map { claim in
                let bytes = Array("\(claim.unit) \(claim.kind) \(order.series.year) \(number)".utf8)
                return KeptStatement(digest: Array(SHA256.hash(data: bytes)), bytes: bytes)
            })
    }

    private func reserve(_ orders: PaperOrder...) async throws -> [NumberedPaper] {
        try await register.reserve(orders, write: Self.text)
    }

    @discardableResult private func issue(_ order: PaperOrder) async throws -> DecisionEntry {
        let papers = try await reserve(order)
        let documents = papers.map { PaperDocument(paper: $0.id, bytes: [1, UInt8($0.number)]) }
        return try #require(try await register.issue(documents, at: 300).first)
    }

    private func numbers() async throws -> [Int] { try await register.decisions(DecisionFilter()).map(\.paper.number) }

    @Test func isFoundEveryWay() async throws {
        let entry = try await issue(order("u1"))
        let other = try await issue(order("u1x", year: 2024))
        #expect(entry.paper.number == 1 && other.paper.number == 1 && entry.issuedAt == 300)
        #expect(try await register.decision(entry.digest) == entry)
        #expect(try await register.document(of: entry.paper.id) == [1, 1])
        #expect(try await register.decisions(DecisionFilter()) == [other, entry])
        let every = DecisionFilter(round: "r1", unit: "u1", year: 2025, numberText: "1-QĐ/ĐU", kind: .recognition)
        #expect(try await register.decisions(every) == [entry])
        for none in [
            DecisionFilter(round: "r2"), DecisionFilter(unit: "u2"), DecisionFilter(year: 2026),
            DecisionFilter(numberText: "2-QĐ/ĐU"), DecisionFilter(kind: .annulment),
        ] {
            #expect(try await register.decisions(none).isEmpty)
        }
    }

    @Test func standsWithOthersOnOnePaper() async throws {
        let paper = try #require(try await reserve(order("u2", "u1", "u3")).first)
        let issued = try await register.issue([PaperDocument(paper: paper.id, bytes: [7])], at: 5)
        #expect(issued.map(\.claim.unit) == ["u2", "u1", "u3"])
        #expect(Set(issued.map(\.paper.number)) == [1])
        #expect(try await register.entries(of: paper.id) == issued)
        #expect(try await issue(order("u4")).paper.number == 2)
    }

    @Test func isReservedOnceAUnit() async throws {
        try await issue(order("u1"))
        let held = try await reserve(order("u2"))
        for unit in ["u1", "u2"] {
            await expectCode(.exists) {
                _ = try await register.reserve([order(unit)]) { _, _ in
                    Issue.record("a taken claim must not be written")
                    throw Refusal()
                }
            }
        }
        await expectCode(.exists) { _ = try await reserve(order("u3", "u3")) }
        try await register.release(held.map(\.id))
        try await issue(order("u2"))
        #expect(try await numbers() == [1, 2])
    }

    @Test func onlyIssuedPapersAreDecisions() async throws {
        let papers = try await reserve(order("u1"), order("u2"))
        let entry = try #require(try await register.entries(of: papers[0].id).first)
        _ = try await register.prepare([PaperDocument(paper: papers[0].id, bytes: [1])], at: 7)
        #expect(try await register.prepared(round: "r1").map(\.number) == [1])
        #expect(try await register.decision(entry.digest) == nil)
        #expect(try await numbers().isEmpty)
        try await register.releaseReserved()
        #expect(try await register.paper(papers[1].id) == nil)
        _ = try await register.issue([PaperDocument(paper: papers[0].id, bytes: [1, 2])], at: 9)
        #expect(try await register.decision(entry.digest)?.issuedAt == 9)
        #expect(try await register.prepared(round: "r1").isEmpty)
    }

    /// By what they state; what has come further stays.
    @Test func whatIsOnlyReservedIsLetGoOfByWhatItStates() async throws {
        let papers = try await reserve(order("u1"), order("u2"), order("u3"))
        var digests: [[UInt8]] = []
        for paper in papers { digests += try await register.entries(of: paper.id).map(\.digest) }
        #expect(
            try await register.prepare([PaperDocument(paper: papers[0].id, bytes: [1])], at: 7).map(\.number) == [1])
        try await register.releaseReserved(stating: [digests[0], digests[1], [UInt8](repeating: 9, count: 32)])
        #expect(try await register.paper(papers[0].id)?.state == .prepared)
        #expect(try await register.paper(papers[1].id) == nil)
        #expect(try await register.paper(papers[2].id)?.state == .reserved)
        #expect(try await reserve(order("u4")).map(\.number) == [2], "its number is the next")
    }

    @Test func isIssuedOnceAndForGood() async throws {
        let entry = try await issue(order("u1"))
        let again = PaperDocument(paper: entry.paper.id, bytes: [9])
        await expectCode(.missing) { _ = try await register.issue([again], at: 1) }
        await expectCode(.missing) { _ = try await register.prepare([again], at: 1) }
        try await register.release([entry.paper.id, 77])
        #expect(try await register.decision(entry.digest) == entry)
        #expect(try await !register.replace([9], by: again))
        #expect(try await register.replace([1, 1], by: again))
        #expect(try await register.document(of: entry.paper.id) == [9])
    }

    @Test func thatFailsLeavesNoGap() async throws {
        try await issue(order("u1"))
        await #expect(throws: Refusal.self) {
            try await register.reserve([order("u2"), order("u3")]) { order, number in
                if order.claims[0].unit == "u3" { throw Refusal() }
                return Self.text(order, number)
            }
        }
        let short = PaperText(numberText: "", statements: [KeptStatement(digest: [1], bytes: [])])
        await expectCode(.malformed) { _ = try await register.reserve([order("u3")]) { _, _ in short } }
        let none = PaperText(numberText: "", statements: [])
        await expectCode(.malformed) { _ = try await register.reserve([order("u3")]) { _, _ in none } }
        let same = order("u1")
        await expectCode(.exists) { _ = try await register.reserve([order("u4")]) { _, _ in Self.text(same, 1) } }
        #expect(try await issue(order("u5")).paper.number == 2)
    }

    @Test func numbersLetGoOfAreGivenFirst() async throws {
        let papers = try await reserve(order("u1", first: 10), order("u2"), order("u3"), order("u4"))
        #expect(papers.map(\.number) == [10, 11, 12, 13])
        try await register.release([papers[3].id, papers[1].id])
        let others = try await reserve(order("u5"), order("u6", year: 2026), order("u7", first: 40), order("u8"))
        #expect(others.map(\.number) == [11, 1, 40, 41])
    }

    /// What is shown beforehand is what is given then, whatever was let go of.
    @Test func theNextNumberIsTheOneThatIsGivenNext() async throws {
        var random = SeededRandom()
        var held: [Int64] = []
        for unit in 0..<120 {
            let first = random.next() % 4 == 0 ? Int(random.next() % 60) + 1 : 1
            let order = order("u\(unit)", first: first)
            let next = try await register.nextNumber(in: order.series, from: first)
            let again = try await register.nextNumber(in: order.series, from: first)
            let paper = try #require(try await reserve(order).first)
            #expect(paper.number == next && again == next, "\(random): paper \(unit) from \(first)")
            held.append(paper.id)
            guard random.next() % 3 == 0, let freed = held.randomElement(using: &random) else { continue }
            try await register.release([freed])
            held.removeAll { $0 == freed }
        }
    }

    /// A number that was let go of waits below the last one.
    @Test func theNextNumberIsTheGap() async throws {
        let papers = try await reserve(order("u1"), order("u2"))
        try await register.release([papers[0].id])
        let series = order("u3").series
        #expect(try await register.nextNumber(in: series, from: 1) == 1)
        #expect(try await register.nextNumber(in: series, from: 2) == 3, "the order goes on from a later one")
        #expect(try await register.nextNumber(in: order("u3", year: 2026).series, from: 7) == 7)
    }

    @Test func hasNumbersWithoutGapsUnderConcurrency() async throws {
        let register = register
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<120 {
                let order = order("u\(task / 2)")
                group.addTask {
                    guard let paper = try? await register.reserve([order], write: Self.text).first else { return }
                    if task % 5 == 0 { return try await register.release([paper.id]) }
                    _ = try await register.issue([PaperDocument(paper: paper.id, bytes: [1])], at: 1)
                }
            }
            try await group.waitForAll()
        }
        // Those that failed try again, and fill what gaps are left.
        for unit in 0..<60 { _ = try? await issue(order("u\(unit)")) }
        #expect(try await numbers() == Array(1...60))
    }

    @Test func isAnnulledOnceByADecisionOfTheSameSeries() async throws {
        let entry = try await issue(order("u1"))
        let annulment = try await issue(order("u1", annuls: entry.digest))
        #expect(annulment.paper.number == 2 && annulment.kind == .annulment)
        #expect(try await register.annulment(of: entry.digest) == annulment)
        #expect(try await register.annulments() == [annulment])
        #expect(try await register.decision(entry.digest) == entry)
        await expectCode(.exists) { try await issue(order("u1", annuls: entry.digest)) }
        await expectCode(.missing) { try await issue(order("u1", annuls: annulment.digest)) }
        await expectCode(.missing) { try await issue(order("u1", annuls: [UInt8](repeating: 0, count: 32))) }
    }

    @Test func anAnnulmentLetGoOfLeavesTheDecision() async throws {
        let entry = try await issue(order("u1"))
        let held = try await reserve(order("u1", annuls: entry.digest))
        #expect(try await register.annulment(of: entry.digest) == nil)
        try await register.release(held.map(\.id))
        #expect(try await issue(order("u1", annuls: entry.digest)).paper.number == 2)
    }

    @Test func isOfARoundThatExists() async throws {
        let stray = PaperOrder(
            round: "r9", claims: [DecisionClaim(unit: "u")], series: NumberSeries(authority: "a", year: 1))
        await expectCode(.missing) { _ = try await reserve(stray) }
    }
}
