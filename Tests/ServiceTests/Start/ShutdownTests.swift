import AsyncHTTPClient
import Client
import NIOCore
import NIOHTTP1
import StrictEncoding
import Testing

@testable import Service

/// SIGTERM finishes what is in flight.
@Suite struct ShutdownTests {
    @Test func whatIsInFlightIsAnswered() async throws {
        let answer = try await TestService.run { service in
            let body: JSONValue = ["name": "quantri", "password": .string(TestService.adminPassword)]
            let bytes = body.encoded()
            let (parts, send) = AsyncStream.makeStream(of: ByteBuffer.self)
            send.yield(ByteBuffer(bytes: bytes.prefix(10)))
            let slow = Task { try await Self.post(parts, count: bytes.count, to: service) }
            while try await !Self.isInFlight(service) { try await Task.sleep(for: .milliseconds(10)) }
            // The rest is sent only when the service has been told to stop.
            Task {
                try await Task.sleep(for: .milliseconds(400))
                send.yield(ByteBuffer(bytes: bytes.dropFirst(10)))
                send.finish()
            }
            return slow
        }
        #expect(try await answer.value == 200)
    }

    @Test func afterwardsNobodyAnswersAndTheFolderIsFree() async throws {
        try await TestFolder.use { folder in
            let address = try await TestService.run(in: folder) { service in
                _ = try await service.voter.keys()
                return service.connection.address
            }
            let voter = VoterClient(try Connection(to: address), patience: .none)
            await #expect(throws: ConnectionFault.unreachable) { try await voter.keys() }
            try await TestService.run(in: folder) { _ = try await $0.voter.keys() }
        }
    }

    private static func post(
        _ parts: AsyncStream<ByteBuffer>, count: Int, to service: TestService
    ) async throws -> Int {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(service.port)/api/v1/staff/session")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .stream(parts, length: .known(Int64(count)))
        return Int(try await HTTPClient.shared.execute(request, timeout: .seconds(30)).status.code)
    }

    /// The slow request beside the question itself.
    private static func isInFlight(_ service: TestService) async throws -> Bool {
        try await service.call("GET", "/metrics").text.contains("phieukin_requests_in_flight 2")
    }
}
