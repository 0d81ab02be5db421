import AsyncHTTPClient
import Client
import Connections
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// What the room's screen is told as it happens.
@Suite struct RoundEventsTests {
    @Test func eachChangeIsTold() async throws {
        try await PreparedRound.run(.issuing) { round in
            var events = try await EventReader("/rounds/\(round.roundID)/events", of: round.service)
            #expect(events.status == 200 && events.type.hasPrefix("text/event-stream"))
            let first = try #require(try await events.next())
            #expect(first.contains(#""state":"issuing""#) && first.contains(#""ballots":0"#))
            #expect(first.contains(#""needed":4"#) && first.contains(#""holds":true"#))
            try await round.secretary.vote(round.name, acknowledging: ["few-present", "no-quorum"])
            let contests = round.manifest.contests.count
            try await round.vote(0, [Choice](repeating: .first, count: contests))
            let told = try #require(try await events.next(slips: contests))
            #expect(told.contains(#""state":"voting""#) && told.contains(#""ballots":1"#))
            // Counts, and nothing of anybody.
            for voter in round.manifest.voters { #expect(!told.contains(voter.name) && !told.contains(voter.id)) }
        }
    }

    @Test func aStepThatIsTakenWithoutSlipsIsToldToo() async throws {
        try await PreparedRound.run(.voting) { round in
            var events = try await EventReader("/rounds/\(round.roundID)/events", of: round.service)
            _ = try await events.next()
            try await round.secretary.close(round.name, acknowledging: ["without-ballot"])
            let closing = try await events.next() ?? ""
            #expect(closing.contains(#""state":"closing""#))
            try await round.secretary.seal(round.name)
            let sealed = try await events.next() ?? ""
            #expect(sealed.contains(#""state":"sealed""#))
        }
    }

    /// The seventh tab of a browser, and whoever was refused a stream.
    @Test func whoeverHasNoStreamMayAsk() async throws {
        try await PreparedRound.run(.voting) { round in
            let path = "/rounds/\(round.roundID)/events"
            let contests = round.manifest.contests.count
            let device = try await round.vote(0, [Choice](repeating: .first, count: contests))
            let voting = try await round.service.call("GET", path, headers: ["Accept": "application/json"]).text
            #expect(voting.contains(#""state":"voting""#) && voting.contains(#""ballots":1"#))
            #expect(voting.contains(#""found":null"#))
            _ = try await round.seal([device])
            let sealed = try await round.service.call("GET", path, headers: ["Accept": "application/json"]).text
            #expect(sealed.contains(#""state":"sealed""#) && sealed.contains(#""found":1"#))
        }
    }

    @Test func unknownRoundsAreRefused() async throws {
        try await TestService.run { service in
            let unknown = RoundID(ofManifest: [1])
            let found1 = try await service.call("GET", "/rounds/\(unknown)/events")
            #expect(found1.code == "unknown-round")
            let found2 = try await service.call("GET", "/rounds/nothing/screen")
            #expect(found2.code == "unknown-round")
        }
    }

    @Test func placesAreLimitedAndGivenBack() async throws {
        try await PreparedRound.run(.voting) { round in
            let path = "/rounds/\(round.roundID)/events"
            var configuration = HTTPClient.Configuration()
            configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 2 * StreamPlaces.forStrangers
            let client = HTTPClient(configuration: configuration)
            var watchers: [EventReader] = []
            for _ in 0..<StreamPlaces.forStrangers {
                watchers.append(try await EventReader(path, of: round.service, with: client))
            }
            #expect(watchers.allSatisfy { $0.status == 200 })
            let refused = try await round.service.call("GET", path)
            #expect(refused.status == 503 && refused.code == "overloaded" && refused.headers["retry-after"] == "30")
            // The staff, and the room's screen that they opened, have places of their own.
            let token = ["Authorization": "Bearer " + PreparedStaff.token(.secretary)]
            var screen = try await EventReader(path, of: round.service, headers: token)
            let told = try await screen.next()
            #expect(screen.status == 200 && told != nil)
            // Those who leave make room.
            watchers.removeAll()
            try await client.shutdown()
            var status = 503
            for _ in 0..<100 where status != 200 {
                try await Task.sleep(for: .milliseconds(50))
                status = try await EventReader(path, of: round.service).status
            }
            #expect(status == 200)
        }
    }

    @Test func aServiceThatStopsEndsThem() async throws {
        let last = try await PreparedRound.run(.voting) { round in
            var events = try await EventReader("/rounds/\(round.roundID)/events", of: round.service)
            _ = try await events.next()
            return Task { [events] in
                var events = events
                return try await events.next()
            }
        }
        // It has stopped by now: whoever still watched was told so, and did not hold it up.
        let holds2 = try await last.value == nil
        #expect(holds2)
    }

    @Test func aPlaceIsHeldAsLongAsItsStream() throws {
        let (places, roundID) = (StreamPlaces(), RoundID(ofManifest: [2]))
        do {
            let held = try (0..<StreamPlaces.forStrangers).map { _ in
                try places.take(in: roundID, by: .stranger(nil))
            }
            #expect(throws: Problem.self) { try places.take(in: roundID, by: .stranger(nil)) }
            #expect(places.count(in: roundID) == held.count)
            _ = try places.take(in: RoundID(ofManifest: [3]), by: .stranger(nil))
            let staff = try (0..<StreamPlaces.forStaff).map { _ in try places.take(in: roundID, by: .staff) }
            #expect(throws: Problem.self) { try places.take(in: roundID, by: .staff) }
            #expect(places.count(in: roundID) == held.count + staff.count)
        }
        #expect(places.count(in: roundID) == 0)
    }

    @Test func oneAddressDoesNotTakeAllPlacesOfStrangers() throws {
        let (places, roundID) = (StreamPlaces(), RoundID(ofManifest: [2]))
        let (one, other) = (PeerAddress(text: "192.0.2.1"), PeerAddress(text: "192.0.2.2"))
        var held = try (0..<StreamPlaces.perAddress).map { _ in try places.take(in: roundID, by: .stranger(one)) }
        #expect(throws: Problem.self) { try places.take(in: roundID, by: .stranger(one)) }
        held.append(try places.take(in: roundID, by: .stranger(other)))
        held.removeFirst()
        held.append(try places.take(in: roundID, by: .stranger(one)))
        #expect(places.count(in: roundID) == StreamPlaces.perAddress + 1)
    }
}
