import SecretBallot
import StrictEncoding
import Testing

@testable import Client

/// What a device asks a relay, and what it makes of the answers.
@Suite struct HandoverClientTests {
    private static let roundID = RoundID(ofManifest: [])
    private static let base = "/tram/rounds/\(roundID)"

    private func bundle() throws -> Bundle {
        let form = try BundleForm(count: 2, messageByteCount: 9, header: [1, 2])
        let message: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
        return try Bundle(salt: [UInt8](repeating: 5, count: 32), [message, message], of: form)
    }

    private func relay(_ server: FakeServer) throws -> HandoverClient {
        let address = try server.connection().address
        let reference = RelayReference(name: "Huyện", url: "\(address)/tram", key: SigningKey().publicKey)
        return try HandoverClient(to: reference, beside: address, patience: .none)
    }

    /// Whoever runs the service must not see who hands over; on loopback everything is a trial.
    @Test(arguments: [
        ("https://xa.example", "https://xa.example", true), ("https://xa.example:9/tram", "https://XA.example", true),
        ("https://xa.example.", "https://xa.example:8443", true), ("https://xa.example", "https://xa.example.", true),
        ("https://tram.xa.example", "https://xa.example", false), ("http://127.0.0.1:1", "http://127.0.0.1:2", false),
    ])
    func aRelayOnTheServicesHostIsRefused(relay: String, service: String, isRefused: Bool) throws {
        let reference = RelayReference(name: "Huyện", url: relay, key: SigningKey().publicKey)
        let address = try ServerAddress(service)
        if isRefused {
            #expect(throws: DeviceFault.relayHost) { try HandoverClient(to: reference, beside: address) }
        } else {
            #expect(throws: Never.self) { try HandoverClient(to: reference, beside: address) }
        }
    }

    private func state(_ status: Int, _ body: String) async throws -> BundleState {
        var state: BundleState?
        try await FakeServer.run({ _, _ in .init(status, body) }) { server in
            state = try await relay(server).state(of: bundle(), in: Self.roundID)
            #expect(server.requests.map(\.uri) == ["\(Self.base)/bundles/\(Base64URL.encode(try bundle().hash))"])
        }
        return try #require(state)
    }

    @Test func asksBelowTheAddressThatTheManifestHas() async throws {
        try await FakeServer.run({ _, _ in .init(200, #"{"voters":3}"#) }) { server async throws in
            #expect(try await relay(server).voterCount(of: Self.roundID) == 3)
            #expect(server.requests.map(\.uri) == [Self.base])
            let names = Set(server.requests[0].headers.map { $0.name.lowercased() })
            #expect(names == ["host", "accept"])
        }
    }

    @Test func everyStateOfABundleIsTold() async throws {
        #expect(try await state(202, #"{"state":"held","voters":4}"#) == .held(voters: 4))
        #expect(try await state(202, #"{"state":"lowering","voters":2}"#) == .lowering(voters: 2))
        #expect(try await state(202, #"{"state":"lowering","voters":2,"seconds":40}"#) == .lowering(voters: 2))
        #expect(try await state(202, #"{"state":"sending","voters":3}"#) == .sending(voters: 3))
        #expect(try await state(200, #"{"answers":["AQ","Ag"],"voters":9}"#) == .answers([[1], [2]], voters: 9))
        #expect(try await state(200, #"{"unsent":true,"voters":0}"#) == .unsent(voters: 0))
        #expect(try await state(404, #"{"code":"unknown-bundle"}"#) == .unknown)
        #expect(try await state(410, #"{"state":"lost"}"#) == .lost)
    }

    /// A round that a relay does not know is not a bundle that it never had.
    @Test(arguments: [(404, #"{"code":"unknown-round"}"#), (404, ""), (409, "{}"), (500, "{}")])
    func otherRefusalsAreNoState(status: Int, body: String) async throws {
        await #expect(throws: ServerProblem.self) { _ = try await state(status, body) }
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"voters":1}"#, #"{"state":"sent","voters":1}"#, #"{"state":"held","voters":-1}"#,
        #"{"answers":{},"voters":1}"#, #"{"answers":["?"],"voters":1}"#, #"{"state":"held"}"#,
    ])
    func answersThatAreNone(body: String) async throws {
        await #expect(throws: AnswerFault.self) { _ = try await state(200, body) }
    }
}
