import Client
import Recognition
import SecretBallot
import Testing

@testable import Service

/// The memory that bodies may take while they are under way.
@Suite struct BodyBudgetTests {
    @Test func aPurseIsFullAtItsLimitAndTheOthersAreNot() throws {
        let budget = BodyBudget()
        let purse = BodyBudget.Purse.strangers
        do {
            let account = budget.account(purse)
            try account.charge(purse.bytes)
            #expect(throws: Problem.self) { try budget.account(purse).charge(1) }
            try budget.account(.live).charge(1)
            try account.ofStaff.charge(1)
            #expect(budget.taken(from: purse) == purse.bytes)
        }
        for purse in BodyBudget.Purse.allCases { #expect(budget.taken(from: purse) == 0) }
    }

    @Test func manyUploadsHoldNoMoreThanTheirPurseAndVotersGoOn() async throws {
        try await PreparedRound.run(.voting) { round in
            let (port, size) = (round.service.port, 16 << 20)
            let chunk = [UInt8](repeating: 0, count: 1 << 20)
            try await Self.uploading(3, of: size, chunk, to: port) {
                while try await Self.held(round.service) < 3 * (size - 1_000) {}
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

    private static func held(_ service: TestService) async throws -> Int {
        let text = try await service.call("GET", "/metrics").text
        return text.firstMatch(of: /phieukin_body_bytes\{purse="strangers"\} (\d+)/).flatMap { Int($0.output.1) } ?? 0
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
