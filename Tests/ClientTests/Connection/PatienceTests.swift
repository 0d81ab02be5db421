import NIOCore
import SecretBallot
import StrictEncoding
import Testing

@testable import Client

struct PatienceTests {
    private static let roundID = RoundID(ofManifest: [])
    private static let brief = Patience([.milliseconds(1), .milliseconds(1)])
    private static let receipt = #"{"receipt":"\#(Base64URL.encode([UInt8](repeating: 7, count: 64)))"}"#

    @Test func repeatsLostCallsByteForByte() async throws {
        try await FakeServer.run({ _, place in place < 2 ? nil : .init(200, Self.receipt) }) { server in
            let voter = VoterClient(try server.connection(), patience: Self.brief)
            let receipt = try await voter.cast([UInt8](repeating: 9, count: 473), in: Self.roundID)
            #expect(receipt.count == 64)
            #expect(server.requests.count == 3)
            #expect(Set(server.requests.map(\.body)).count == 1)
        }
    }

    @Test func givesUpInTheEnd() async throws {
        try await FakeServer.run({ _, _ in nil }) { server in
            let voter = VoterClient(try server.connection(), patience: Self.brief)
            await #expect(throws: ConnectionFault.lost) { try await voter.cast([1], in: Self.roundID) }
            #expect(server.requests.count == 3)
        }
    }

    @Test(arguments: [(400, 1), (409, 1), (500, 1), (503, 3), (429, 3)])
    func repeatsOnlyWhatMayPass(status: Int, count: Int) async throws {
        try await FakeServer.run({ _, _ in .init(status, "{}") }) { server in
            let voter = VoterClient(try server.connection(), patience: Self.brief)
            await #expect(throws: ServerProblem.self) { try await voter.cast([1], in: Self.roundID) }
            #expect(server.requests.count == count)
        }
    }

    @Test func sendsNothingThatNamesTheDevice() async throws {
        try await FakeServer.run({ _, _ in .init(200, Self.receipt, headers: [("Set-Cookie", "a=b")]) }) { server in
            let voter = VoterClient(try server.connection(), patience: Self.brief)
            for _ in 0..<2 { _ = try await voter.cast([1], in: Self.roundID) }
            for request in server.requests {
                let names = Set(request.headers.map { $0.name.lowercased() })
                #expect(names == ["host", "accept", "content-type", "content-length"])
            }
        }
    }
}
