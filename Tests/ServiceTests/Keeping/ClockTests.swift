import Client
import SecretBallot
import Storage
import StrictEncoding
import Synchronization
import TestSupport
import Testing

@testable import Service

/// The machine's clock is set, back and forth.
@Suite struct ClockTests {
    private static let costs = ["without-ballot", "slips-missing"]

    @Test func aStepBeforeTheLastIsRefusedUntilTheClockIsRight() async throws {
        let time = TestTime()
        try await PreparedRound.run(.issuing, time: time) { round in
            try await round.secretary.vote(round.name, acknowledging: ["few-present", "no-quorum"])
            time.advance(by: -3_600)
            let problem = await refusal { try await round.secretary.close(round.name, acknowledging: Self.costs) }
            #expect(problem?.status == 409 && problem?.warnings.map(\.name) == ["clock-behind"])
            #expect(try await round.service.voter.status(of: round.roundID).state == .voting)
            // The attempt has closed nothing.
            try await round.vote(0, [Choice](repeating: .first, count: round.manifest.contests.count))
            time.advance(by: 3_600)
            try await round.secretary.close(round.name, acknowledging: Self.costs)
            try await round.secretary.seal(round.name, acknowledging: Self.costs)
        }
    }

    /// A clock that was years ahead when a step was taken must not keep a round for years.
    @Test func aRoundIsNotLostToAClockThatWasOnceAhead() async throws {
        let time = TestTime()
        try await PreparedRound.run(.issuing, time: time) { round in
            let year = 365 * 86_400
            time.advance(by: 4 * year)
            try await round.secretary.vote(round.name, acknowledging: ["few-present", "no-quorum"])
            time.advance(by: -4 * year)
            try await round.vote(0, [Choice](repeating: .first, count: round.manifest.contests.count))
            try await round.secretary.close(round.name, acknowledging: Self.costs + ["clock-behind"])
            try await round.secretary.seal(round.name, acknowledging: Self.costs + ["clock-behind"])
            let seal = try await round.service.voter.seal(of: round.manifest).seal
            let problem = await refusal { try await round.open(seal) }
            #expect(problem?.warnings.map(\.name) == ["clock-behind"])
            try await round.open(seal, acknowledging: ["clock-behind"])
            let warnings = Set(try await round.secretary.results(of: round.name).warnings.map(\.name))
            #expect(warnings.contains("clock-behind"))
            _ = try await round.secretary.certify(round.name, acknowledging: Array(warnings))
            let times = try await round.service.voter.status(of: round.roundID).steps.map(\.at)
            #expect(times == times.sorted() && times.last == times[times.count - 4])
        }
    }

    @Test func cancellingAsksToo() async throws {
        let time = TestTime()
        try await TestService.run(time: time) { service in
            let round = try await TestRound.frozen(service, voters: 5, units: 1)
            time.advance(by: -3_600)
            let issuing = await refusal { try await round.secretary.issue(round.name) }
            #expect(issuing?.code == "clock-behind")
            let problem = await refusal { try await round.secretary.cancel(round.name, reason: "Đồng hồ sai") }
            #expect(problem?.warnings.map(\.name) == ["clock-behind"])
            _ = try await round.secretary.cancel(
                round.name, reason: "Đồng hồ sai", acknowledging: ["clock-behind"])
        }
    }

    /// A clock that was corrected by a little stops nobody, and what is recorded does not go backward.
    @Test(arguments: [-1, -60]) func aSmallCorrectionStopsNobody(_ seconds: Int) async throws {
        let time = TestTime()
        try await PreparedRound.run(.issuing, time: time) { round in
            try await round.secretary.vote(round.name, acknowledging: ["few-present", "no-quorum"])
            time.advance(by: seconds)
            try await round.secretary.close(round.name, acknowledging: Self.costs)
            try await round.secretary.seal(round.name, acknowledging: Self.costs)
            let times = try await round.service.voter.status(of: round.roundID).steps.map(\.at)
            #expect(times == times.sorted())
        }
    }

    @Test func anExpiredSessionStaysExpired() async throws {
        let time = TestTime()
        try await TestService.run(time: time) { service in
            let admin = try await service.admin
            _ = try await admin.accounts()
            time.advance(by: 400 * 86_400)
            await expectRefusal("unauthenticated") { _ = try await admin.accounts() }
            time.advance(by: -400 * 86_400)
            await expectRefusal("unauthenticated") { _ = try await admin.accounts() }
            // Whoever signs in anew is let in.
            _ = try await service.admin.accounts()
        }
    }

    /// The steady time of a process ends with it; what it refused does not begin again with the next.
    @Test(arguments: [2 * 86_400, 400 * 86_400])
    func whatWasRefusedStaysExpiredOverARestart(ahead: Int) async throws {
        try await TestFolder.use { folder in
            let time = TestTime()
            let credentials = try await TestService.run(in: folder, time: time) { service in
                let all = [try await Self.token(service), try await Self.session(service)]
                time.advance(by: ahead)
                for one in all { #expect(try await Self.status(service, one) == 401) }
                time.advance(by: -ahead)
                return all
            }
            try await TestService.run(in: folder, time: time) { service in
                for one in credentials { #expect(try await Self.status(service, one) == 401) }
                // Whoever signs in anew is let in.
                let again = try await Self.session(service)
                #expect(try await Self.status(service, again) == 200)
            }
        }
    }

    /// One shown token tells the time for all that had expired by then.
    @Test func whatNobodyShowedExpiredToo() async throws {
        try await TestFolder.use { folder in
            let time = TestTime()
            let (token, lasting) = try await TestService.run(in: folder, time: time) { service in
                let (shown, other) = (try await Self.token(service), try await Self.token(service))
                let lasting = try await Self.token(service, days: 9)
                time.advance(by: 2 * 86_400)
                #expect(try await Self.status(service, shown) == 401)
                time.advance(by: -2 * 86_400)
                return (other, lasting)
            }
            try await TestService.run(in: folder, time: time) { service async throws in
                #expect(try await Self.status(service, token) == 401)
                #expect(try await Self.status(service, lasting) == 200)
            }
        }
    }

    @Test func aFirstPasswordThatIsOverStaysOver() async throws {
        try await TestFolder.use { folder in
            let (time, installation) = (
                TestTime(), try await Installation.open(try await TestService.configuration(of: folder))
            )
            try await installation.register.setPassword(
                PasswordRecord(of: TestService.adminPassword).text, until: time.now + 86_400, of: "quantri")
            try installation.storage.close()
            for move in [2 * 86_400, -2 * 86_400] {
                time.advance(by: move)
                try await TestService.run(in: folder, time: time, configure: { $0.accountRules = .strict }) {
                    service async throws in
                    await expectRefusal("first-password-over") { _ = try await service.admin }
                }
            }
        }
    }

    private static func token(_ service: TestService, days: Int = 1) async throws -> [String: String] {
        let token = try await service.admin.newToken(label: "máy", days: days, password: TestService.adminPassword)
        return ["Authorization": "Bearer \(token.token)"]
    }

    private static func session(_ service: TestService) async throws -> [String: String] {
        let body: JSONValue = ["name": "quantri", "password": .string(TestService.adminPassword)]
        let answer = try await service.call("POST", "/api/v1/staff/session", body.encoded())
        return ["Cookie": try #require(answer.headers["set-cookie"]?.split(separator: ";").first.map(String.init))]
    }

    private static func status(_ service: TestService, _ headers: [String: String]) async throws -> Int {
        try await service.call("GET", "/api/v1/staff/session", headers: headers).status
    }

    /// A clock set back by as little as machines correct themselves is nothing to be told of.
    @Test func theStartIsSilentAboutACorrection() async throws {
        try await TestFolder.use { folder in
            let time = TestTime()
            try await TestService.run(in: folder, time: time) { service in _ = try await service.admin }
            time.advance(by: -60)
            try await TestService.run(in: folder, time: time) { service in
                #expect(!service.logs.text.contains("the clock is behind"))
            }
        }
    }

    @Test func theStartWarnsOfAClockBehindWhatWasRecorded() async throws {
        try await TestFolder.use { folder in
            let time = TestTime()
            try await TestService.run(in: folder, time: time) { service in
                _ = try await service.staff("thuky", .secretary)
                #expect(!service.logs.text.contains("the clock is behind"))
            }
            time.advance(by: -86_400)
            try await TestService.run(in: folder, time: time) { service in
                #expect(service.logs.text.contains("the clock is behind"))
            }
        }
    }

    // MARK: - The three times

    private final class Machine: Sendable {
        let clock = Mutex((wall: 1_000, elapsed: 0))

        var service: ServiceClock {
            ServiceClock({ self.clock.withLock(\.wall) }, elapsed: { self.clock.withLock(\.elapsed) })
        }

        func pass(_ seconds: Int) { clock.withLock { $0 = ($0.wall + seconds, $0.elapsed + seconds) } }
        func set(_ wall: Int) { clock.withLock { $0.wall = wall } }
    }

    @Test func steadyTimeNeverGoesBackAndGoesOn() {
        let machine = Machine()
        let clock = machine.service
        #expect(clock.steady == 1_000)
        machine.set(10)
        #expect(clock.now == 10 && clock.steady == 1_000 && clock.elapsed == 0)
        machine.pass(50)
        #expect(clock.now == 60 && clock.steady == 1_050 && clock.elapsed == 50)
        machine.set(2_000)
        #expect(clock.steady == 2_000)
        machine.set(1_100)
        machine.pass(7)
        #expect(clock.steady == 2_007 && clock.elapsed == 57)
    }

    @Test func steadyTimeBeginsWhereTheLastProcessEnded() {
        let machine = Machine()
        let clock = machine.service
        clock.begin(notBefore: 5_000)
        #expect(clock.steady == 5_000 && clock.now == 1_000)
        machine.pass(10)
        #expect(clock.steady == 5_010)
        clock.begin(notBefore: 1)
        #expect(clock.steady == 5_010)
    }
}
