import Client
import Connections
import NIOCore
import Recognition
import SecretBallot
import Synchronization
import TestSupport
import Testing

@testable import Service

/// The memory that bodies may take while they are under way.
@Suite struct BodyBudgetTests {
    @Test func aPurseIsFullAtItsLimitAndTheOthersAreNot() throws {
        let budget = BodyBudget()
        let purse = BodyBudget.Purse.strangers
        do {
            let account = budget.account(purse)
            let room = try #require(BodyBudget.usual[purse])
            try account.charge(room)
            #expect(throws: Problem.self) { try budget.account(purse).charge(1) }
            try budget.account(.live).charge(1)
            try account.ofStaff.charge(1)
            #expect(budget.taken(from: purse) == room)
        }
        for purse in BodyBudget.Purse.allCases { #expect(budget.taken(from: purse) == 0) }
    }

    private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000)

    /// A purse of a hundred bytes, a line of ten a second.
    private static var tiny: BodyBudget {
        var limits = ConnectionLimits()
        (limits.rate, limits.grace) = (10, .seconds(3))
        return BodyBudget(limits, room: [.live: 100, .staff: 100])
    }

    private static let small: [BodyBudget.Purse: Int] = [.live: 8_000, .staff: 1 << 20, .strangers: 1 << 20]

    @Test func aFullPurseLetsGoOfTheSlowest() throws {
        let budget = Self.tiny
        let ended = Mutex<[Int]>([])
        let accounts = (0..<3).map { number in
            budget.account(.live, from: Self.start) { ended.withLock { $0.append(number) } }
        }
        // The first sends all but its end at once; the second a third of it a second, later; the third is whole.
        try accounts[0].charge(40, at: Self.start)
        try accounts[1].charge(10, at: Self.start + .seconds(1))
        try accounts[1].charge(10, at: Self.start + .seconds(4))
        try accounts[2].charge(40, at: Self.start)
        try accounts[2].bodyEnded()
        #expect(throws: Problem.self) {
            try budget.account(.live, from: Self.start).charge(30, at: Self.start + .seconds(2))
        }
        #expect(ended.withLock { $0 } == [], "nobody is late yet")
        try budget.account(.staff, from: Self.start).charge(100, at: Self.start + .seconds(4))
        let late = budget.account(.live, from: Self.start + .seconds(4))
        try late.charge(30, at: Self.start + .seconds(4))
        #expect(ended.withLock { $0 } == [0], "who stopped short is the slowest, however much came at first")
        #expect(throws: Problem.self, "what was let go takes nothing more") { try accounts[0].charge(1) }
        #expect(throws: Problem.self) { try accounts[0].bodyEnded() }
        #expect(budget.taken(from: .live) == 90)
        try accounts[1].bodyEnded()
        try accounts[2].bodyEnded()
    }

    @Test func whoIsSlowestMakesNoRoomForItself() throws {
        let budget = Self.tiny
        let ended = Mutex<[Int]>([])
        let accounts = (0..<3).map { number in
            budget.account(.live, from: Self.start + .seconds(Int64(number))) { ended.withLock { $0.append(number) } }
        }
        try accounts[0].charge(1, at: Self.start + .seconds(10))
        for account in accounts.dropFirst() { try account.charge(49, at: Self.start + .seconds(10)) }
        #expect(throws: Problem.self) { try accounts[0].charge(2, at: Self.start + .seconds(10)) }
        #expect(ended.withLock { $0 } == [])
        #expect(budget.taken(from: .live) == 99, "what it has it keeps, until its request ends")
    }

    @Test func whileThereIsRoomNobodyIsTooSlow() throws {
        let budget = Self.tiny
        let slow = budget.account(.live, from: Self.start) { Issue.record("a slow phone was let go") }
        for second in Int64(0)..<90 { try slow.charge(1, at: Self.start + .seconds(second)) }
        try budget.account(.live, from: Self.start).charge(10, at: Self.start + .seconds(90))
        try slow.bodyEnded()
    }

    @Test func stalledBodiesKeepNoVoterOut() async throws {
        var limits = ConnectionLimits()
        limits.grace = .zero
        try await PreparedRound.run(.voting, limits: limits, bodies: Self.small) { round in
            let path = "/api/v1/rounds/\(round.roundID)/tokens"
            try await Self.stalling(4, of: 2_000, path, round.service) {
                try await round.vote(0, [Choice](repeating: .first, count: round.manifest.contests.count))
            }
        }
    }

    /// While so many bodies have come but for their last byte.
    private static func stalling(
        _ count: Int, of size: Int, _ path: String, _ service: TestService, _ body: () async throws -> Void
    ) async throws {
        guard count > 0 else { return try await body() }
        let before = try await held(service, "live")
        try await RawConnection.run(to: service.port) { connection in
            try await connection.send(
                RawConnection.request("POST \(path)", "Content-Length: \(size)\r\n")
                    + String(repeating: " ", count: size - 1))
            while try await held(service, "live") < before + size - 1 {}
            try await stalling(count - 1, of: size, path, service, body)
            // The slowest was told so; who was not needed goes on.
            guard count == 4 else { return }
            let answer = try #require(try await connection.answer())
            #expect(answer.status == 503 && answer.body.contains("overloaded"))
            #expect(answer.header("retry-after") == "10")
        }
    }

    @Test func aSlowPhoneIsServedWhileThereIsRoom() async throws {
        var limits = ConnectionLimits()
        limits.grace = .zero
        try await PreparedRound.run(.voting, limits: limits, bodies: Self.small) { round in
            let body = "{\"slip\":\"" + String(repeating: "A", count: 600) + "\"}"
            try await RawConnection.run(to: round.service.port) { phone in
                try await phone.send(
                    RawConnection.request(
                        "POST /api/v1/rounds/\(round.roundID)/slips", "Content-Length: \(body.utf8.count)\r\n"))
                for (index, byte) in body.utf8.enumerated() {
                    try await phone.send([byte])
                    // Others vote meanwhile, within what room there is.
                    guard index == body.utf8.count / 2 else { continue }
                    try await round.vote(0, [Choice](repeating: .first, count: round.manifest.contests.count))
                }
                #expect(try await phone.answer()?.status == 422, "read to its end, and no slip")
            }
        }
    }

    @Test func manyUploadsHoldNoMoreThanTheirPurseAndVotersGoOn() async throws {
        try await PreparedRound.run(.voting) { round in
            let (port, size) = (round.service.port, 16 << 20)
            let chunk = [UInt8](repeating: 0, count: 1 << 20)
            try await Self.uploading(3, of: size, chunk, to: port) {
                while try await Self.held(round.service, "strangers") < 3 * (size - 1_000) {}
                let refused = try await round.service.call(
                    "POST", "/api/v1/verify", [UInt8](repeating: 0, count: 4 << 20))
                #expect(refused.status == 503 && refused.code == "overloaded")
                #expect(refused.headers["retry-after"] != nil)
                // Members vote, and the staff's uploads have a purse of their own.
                try await round.vote(0, [Choice](repeating: .first, count: round.manifest.contests.count))
                let table = await refusal { _ = try await round.secretary.setUnits(chunk, of: round.name) }
                #expect(table?.code != "overloaded")
            }
        }
    }

    private static func held(_ service: TestService, _ purse: String) async throws -> Int {
        let lines = try await service.call("GET", "/metrics").text.split(separator: "\n")
        let line = lines.first { $0.hasPrefix("phieukin_body_bytes{purse=\"\(purse)\"} ") }
        return line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }

    /// While so many uploads have come but for their last bytes.
    private static func uploading(
        _ count: Int, of size: Int, _ chunk: [UInt8], to port: Int, _ body: () async throws -> Void
    ) async throws {
        guard count > 0 else { return try await body() }
        try await RawConnection.run(to: port) { connection in
            try await connection.send("POST /api/v1/verify HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n")
            for _ in 0..<size / chunk.count - 1 { try await connection.send(chunk) }
            try await connection.send([UInt8](chunk.dropLast(1_000)))
            try await uploading(count - 1, of: size, chunk, to: port, body)
        }
    }
}
