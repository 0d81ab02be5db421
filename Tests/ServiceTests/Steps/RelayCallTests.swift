import OpenSSLKit
import SecretBallot
import Synchronization
import Testing

@testable import Service

/// When voting has ended the service asks each relay about the round, wherever that leads, and waits for none.
@Suite struct RelayCallTests {
    private static let relays = ["https://tram-0.example", "https://tram-1.example/x"].map { url in
        RelayReference(name: url, url: url, key: SigningKey().publicKey)
    }

    /// Whom the service asked.
    private final class Asked: Sendable {
        private let addresses = Mutex<[String]>([])

        var sorted: [String] { addresses.withLock { $0.sorted() } }

        /// - Returns: how many were asked before.
        @discardableResult
        func note(_ address: String) -> Int {
            addresses.withLock { addresses in
                addresses.append(address)
                return addresses.count - 1
            }
        }

        /// Returns once so many questions were asked.
        func wait(for count: Int) async throws {
            while addresses.withLock(\.count) < count { try await Task.sleep(for: .milliseconds(1)) }
        }
    }

    private struct Silence: Error {}

    private static func call(_ answers: [UInt?]) async -> (fault: String?, times: Int) {
        let asked = Asked()
        let call = RelayCall(pauses: [0, 0, 0]) { address in
            let place = asked.note(address)
            guard place < answers.count, let status = answers[place] else { throw Silence() }
            return status
        }
        let roundID = RoundID(ofManifest: [1])
        let fault = await call.fault(of: relays[1], about: roundID)
        #expect(Set(asked.sorted) == ["https://tram-1.example/x/rounds/\(roundID)"])
        return (fault, asked.sorted.count)
    }

    @Test func aRelayThatAnswersIsAskedOnce() async {
        for (answers, times) in [([200], 1), ([nil, 503, 200], 3)] as [([UInt?], Int)] {
            let told = await Self.call(answers)
            #expect(told.fault == nil && told.times == times)
        }
    }

    @Test func aRelayThatDoesNotIsLeftAloneAfterAWhile() async {
        // Of what it says nothing but the number goes on: 302 leads nowhere.
        let cases: [([UInt?], String)] = [([], "no answer (Silence)"), ([302, 404, 404], "answered 404")]
        for (answers, fault) in cases {
            let told = await Self.call(answers)
            #expect(told.fault == fault && told.times == 3)
        }
    }

    /// A secretary names relays; no name may have the service ask what only its own machine may.
    @Test(arguments: [
        ("https://tram.example", "https://phieu.example", true), ("https://10.0.0.7/x", "https://phieu.example", true),
        ("http://127.0.0.1:8081", "https://phieu.example", false),
        ("http://localhost:8081", "https://phieu.example", false),
        ("http://[::1]:8081", "https://phieu.example", false),
        ("https://127.0.0.1:8443", "https://phieu.example", false),
        ("https://localhost", "http://192.168.1.2:8080", false),
        ("http://127.0.0.1:8081", "http://127.0.0.1:8080", true), ("http://[::1]:8081", "http://localhost:8080", true),
    ])
    func thisMachineIsAskedInATrialAlone(relay: String, service: String, isAsked: Bool) {
        let reference = RelayReference(name: "A", url: relay, key: Self.relays[0].key)
        #expect(RelayCall.mayAsk(reference, from: service) == isAsked)
    }

    @Test func allAreAskedOnceVotingHasEndedAndAgainAfterARestart() async throws {
        try await TestFolder.use { folder in
            let laid = try await LaidRound(in: folder, voters: 2, relays: Self.relays)
            let expected = Self.relays.map { "\($0.url)/rounds/\(laid.round.manifest.roundID)" }
            for step in ["voting ends", "restarted"] {
                let asked = Asked()
                let ask: RelayCall.Ask = { address in
                    asked.note(address)
                    return 200
                }
                try await OpenOffice.run(in: folder, asking: ask) { office in
                    if step == "voting ends" { #expect(asked.sorted.isEmpty) }
                    try await office.desk.close()
                    try await asked.wait(for: 2)
                    // Closed already: it is the same success, and nobody is asked for it.
                    try await office.desk.close()
                    #expect(asked.sorted == expected, "\(step)")
                }
            }
        }
    }

    @Test func noStepWaitsForARelay() async throws {
        try await TestFolder.use { folder in
            let laid = try await LaidRound(in: folder, voters: 2, relays: [Self.relays[0]])
            let (answers, givingUp) = AsyncStream.makeStream(of: UInt.self)
            defer { givingUp.finish() }
            let silent: RelayCall.Ask = { _ in
                for await status in answers { return status }
                throw Silence()
            }
            try await OpenOffice.run(in: folder, asking: silent) { office in
                try await office.advance(laid, to: .certified)
                #expect(try await office.audit(.certified) == [])
            }
        }
    }
}
