import Crypto
import Storage
import Testing

@Suite struct DecisionTests {
    private struct Refusal: Error {}

    private let place: Installation
    private let folder: DataFolder
    private let register: SQLiteRegister

    init() async throws {
        place = try Installation()
        folder = try place.open()
        register = try await place.register(folder)
    }

    private func claim(_ unit: String, annuls: [UInt8]? = nil, year: Int = 2025) -> DecisionClaim {
        DecisionClaim(round: "r1", unit: unit, annuls: annuls, authority: "ĐU", year: year)
    }

    private static func paper(_ claim: DecisionClaim, _ number: Int) -> DecisionPaper {
        let statement = Array("\(claim.unit) \(claim.kind) \(claim.year) \(number)".utf8)
        let digest = Array(SHA256.hash(data: statement))
        return DecisionPaper(
            digest: digest, numberText: "\(number)-QĐ/ĐU", issuedAt: 300, statement: statement, signature: [5])
    }

    @discardableResult private func issue(_ claim: DecisionClaim) async throws -> DecisionEntry {
        try await register.issue(claim) { Self.paper(claim, $0) }
    }

    @Test func isFoundEveryWay() async throws {
        let entry = try await issue(claim("u1"))
        let other = try await issue(claim("u1x", year: 2024))
        #expect(entry.number == 1 && other.number == 1)
        #expect(try await register.decision(entry.paper.digest) == entry)
        #expect(try await register.decision(number: 1, of: "ĐU", year: 2025) == entry)
        #expect(try await register.decision(number: 2, of: "ĐU", year: 2025) == nil)
        #expect(try await register.decisions(round: nil, unit: nil, year: nil) == [other, entry])
        #expect(try await register.decisions(round: "r1", unit: "u1", year: 2025) == [entry])
        #expect(try await register.decisions(round: "r2", unit: nil, year: nil).isEmpty)
    }

    @Test func isIssuedOnceAUnit() async throws {
        try await issue(claim("u1"))
        await expectCode(.exists) {
            _ = try await register.issue(claim("u1")) { _ in
                Issue.record("a taken claim must not be signed")
                throw Refusal()
            }
        }
        try await issue(claim("u2"))
        #expect(try await register.decisions(round: nil, unit: nil, year: nil).map(\.number) == [1, 2])
    }

    @Test func thatFailsLeavesNoGap() async throws {
        try await issue(claim("u1"))
        await #expect(throws: Refusal.self) { try await register.issue(claim("u2")) { _ in throw Refusal() } }
        let short = DecisionPaper(digest: [1], numberText: "", issuedAt: 0, statement: [], signature: [])
        await expectCode(.malformed) { _ = try await register.issue(claim("u3")) { _ in short } }
        let same = Self.paper(claim("u1"), 1)
        await expectCode(.exists) { _ = try await register.issue(claim("u4")) { _ in same } }
        #expect(try await issue(claim("u5")).number == 2)
    }

    @Test func hasNumbersWithoutGapsUnderConcurrency() async throws {
        let register = register
        let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
            for task in 0..<100 {
                let claim = claim("u\(task / 2)")
                group.addTask { try? await register.issue(claim) { Self.paper(claim, $0) }.number }
            }
            return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
        }
        #expect(numbers.sorted() == Array(1...50))
        #expect(try await register.decisions(round: nil, unit: nil, year: nil).map(\.number) == Array(1...50))
    }

    @Test func isAnnulledOnceByADecisionOfTheSameSeries() async throws {
        let entry = try await issue(claim("u1"))
        let annulment = try await issue(claim("u1", annuls: entry.paper.digest))
        #expect(annulment.number == 2 && annulment.claim.kind == .annulment)
        #expect(try await register.annulment(of: entry.paper.digest) == annulment)
        #expect(try await register.annulments() == [annulment])
        #expect(try await register.decision(entry.paper.digest) == entry)
        await expectCode(.exists) { try await issue(claim("u1", annuls: entry.paper.digest)) }
        await expectCode(.missing) { try await issue(claim("u1", annuls: annulment.paper.digest)) }
        await expectCode(.missing) { try await issue(claim("u1", annuls: [UInt8](repeating: 0, count: 32))) }
    }

    @Test func isOfARoundThatExists() async throws {
        let stray = DecisionClaim(round: "r9", unit: "u", authority: "a", year: 1)
        await expectCode(.missing) { try await issue(stray) }
    }
}
