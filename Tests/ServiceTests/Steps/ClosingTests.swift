import Client
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// The end of the voting: what it fixes, what still comes in, what relays say, and what of it is sealed.
@Suite struct ClosingTests {
    private static let keys = [SigningKey(), SigningKey()]

    private static let relays = zip(["Đảng ủy xã bên", "Ban Tổ chức"], keys).enumerated().map { place, relay in
        RelayReference(name: relay.0, url: "https://tram-\(place).example", key: relay.1.publicKey)
    }

    private static func run(_ body: @escaping @Sendable (TestRound) async throws -> Void) async throws {
        try await PreparedRound.run(.voting, relays: relays, body)
    }

    /// Closes a round in which two have tokens.
    /// - Parameter first: of those who take theirs now.
    private static func closed(_ round: TestRound, from first: Int = 0) async throws -> [VotingDevice] {
        var devices: [VotingDevice] = []
        for voter in first..<2 { devices.append(try await round.device(voter)) }
        try await round.reach(.closing)
        return devices
    }

    private static func closing(_ round: TestRound) async throws -> Closing {
        try await round.service.voter.closing(of: round.manifest).closing
    }

    @Test func theRollStandsAndSlipsStillComeIn() async throws {
        try await Self.run { round in
            var devices = try await Self.closed(round)
            let (closing, roll) = (
                try await Self.closing(round), try await round.service.voter.roll(of: round.manifest)
            )
            #expect(Hash.digest(roll) == closing.rollHash)
            #expect(try IssuanceRoll(roll, in: .two).entries.map(\.voter) == ["uv-1", "uv-2"])
            let status = try await round.service.call("GET", round.voterPath)
            #expect(try status.member("closedAt").integer() == closing.closedAt)
            // The same request again, too: nobody is issued to any more.
            #expect(try await round.post("tokens", devices[0].tokenRequest.json).code == "wrong-state")
            try devices[0].mark([Choice](repeating: .first, count: 8))
            for slip in devices[0].slips { #expect(try await round.cast(slip).status == 200) }
            #expect(try await round.service.voter.status(of: round.roundID).turnout?.slips == 8)
        }
    }

    @Test func aSecondClosingIsTheFirst() async throws {
        try await Self.run { round in
            _ = try await Self.closed(round)
            let first = try await round.service.call("GET", round.voterPath + "/closing").body
            round.service.time.advance(by: 60)
            try await round.secretary.close(round.name)
            #expect(try await round.service.call("GET", round.voterPath + "/closing").body == first)
        }
    }

    /// Whoever is given tokens while the voting ends is on the roll, and nobody else is.
    @Test func whoGetsTokensWhileTheVotingEndsIsOnTheRoll() async throws {
        try await Self.run { round in
            let requests = try round.codes.map { try VotingDevice(round.manifest, code: $0).tokenRequest }
            async let answers = VoterRaceTests.together(requests.count) { place in
                try await round.post("tokens", requests[place].json).status == 200
            }
            try await round.reach(.closing)
            let given = zip(requests, try await answers).filter(\.1).map(\.0.voter)
            let roll = try IssuanceRoll(try await round.service.voter.roll(of: round.manifest), in: .two)
            #expect(Set(given).isSubset(of: Set(roll.entries.map(\.voter))))
            #expect(Hash.digest(RollEntry.roll(roll.entries)) == (try await Self.closing(round)).rollHash)
            _ = try await round.seal([])
        }
    }

    // MARK: - Relays

    private static func say(
        _ round: TestRound, relay: Int, _ voters: Int, by key: SigningKey? = nil, closing: Closing? = nil
    ) async throws -> RawAnswer {
        let known = try await Self.closing(round)
        let statement = try RelayStatement(
            relay: relay, voters: voters, closing: closing ?? known, of: round.manifest,
            signedBy: key ?? keys[min(relay, 1)])
        return try await round.service.call("POST", round.voterPath + "/relays", statement.json.encoded())
    }

    @Test func aRelaysWordIsTakenOnceAndOnlyIfItIsItsOwn() async throws {
        try await Self.run { round in
            _ = try await Self.closed(round)
            let other = Closing(closedAt: 5, rollHash: try await Self.closing(round).rollHash, of: round.roundID)
            #expect(try await Self.say(round, relay: 0, 1, by: Self.keys[1]).code == "relay-statement")
            #expect(try await Self.say(round, relay: 2, 1).code == "relay-statement")
            #expect(try await Self.say(round, relay: 0, 1, closing: other).code == "relay-statement")
            #expect(try await round.service.call("GET", round.voterPath + "/relays").body == [])
            // In another signature each time.
            for _ in 0..<2 { #expect(try await Self.say(round, relay: 1, 2).status == 204) }
            #expect(try await Self.say(round, relay: 1, 1).code == "relay-differs")
            #expect(try await Self.say(round, relay: 0, 0).status == 204)
            let status = try await round.service.voter.status(of: round.roundID)
            #expect(status.relays.map(\.voters) == [0, 2])
        }
    }

    @Test func aSilentRelayIsNamedAndAcknowledged() async throws {
        try await Self.run { round in
            _ = try await Self.closed(round)
            #expect(try await Self.say(round, relay: 1, 2).status == 204)
            for named in [["slips-missing"], ["slips-missing", "without-ballot"]] {
                let problem = await refusal { try await round.secretary.seal(round.name, acknowledging: named) }
                #expect(problem?.warnings.map(\.name) == ["relay-silent"])
                #expect(problem?.warnings.first?.messages.vietnamese.contains("Đảng ủy xã bên") == true)
                #expect(problem?.warnings.first?.messages.vietnamese.contains("Ban Tổ chức") == false)
            }
            let page = try await round.visitor(.secretary).open().text
            #expect(page.contains(#"data-warning="relay-silent""#) && page.contains(#"data-heard="yes""#))
            #expect(page.contains(#"data-url="https://tram-0.example""#), "asked by the page")
            #expect(!page.contains(#"data-url="https://tram-1.example""#), "it has said all there is to say")
            _ = try await round.seal([])
            // Heard again it is the same; what it never said it cannot say now.
            #expect(try await Self.say(round, relay: 1, 2).status == 204)
            #expect(try await Self.say(round, relay: 0, 0).code == "wrong-state")
        }
    }

    /// While they ask what relays hold, pages of the round may connect to these relays, and to nobody else.
    @Test func pagesOfTheRoomConnectToItsRelaysWhileSlipsAreTaken() async throws {
        try await Self.run { round in
            func policies() async throws -> Set<String> {
                let headers = ["Accept": "text/html"]
                let (base, desk) = ("/rounds/\(round.roundID)", try await round.visitor(.secretary).open())
                let room = try await round.service.call("GET", base, headers: headers)
                let screen = try await round.service.call("GET", base + "/screen", headers: headers)
                return Set([desk, room, screen].compactMap { $0.headers["content-security-policy"] })
            }
            let open = AnswerHeaders.policy(connectingTo: Self.relays.map(\.url))
            #expect(try await policies() == [open])
            _ = try await Self.closed(round)
            #expect(try await policies() == [open])
            _ = try await round.seal([])
            #expect(try await policies() == [AnswerHeaders.policy()])
        }
    }

    @Test func whatIsSealedHoldsAndHasAllOfIt() async throws {
        try await Self.run { round in
            let devices = [
                try await round.vote(0, [Choice](repeating: .first, count: 8)),
                try await round.vote(1, [Choice](repeating: .second, count: 8)),
            ]
            round.service.time.advance(by: 60)
            try await round.reach(.closing)
            round.service.time.advance(by: 60)
            #expect(try await Self.say(round, relay: 0, 1).status == 204)
            let seal = try await round.seal(devices)
            #expect(seal.parts.times?.sealedAt == (try await Self.closing(round)).closedAt + 60)
            try await round.open(seal)
            try await round.secretary.certify(round.name, acknowledging: ["unanimous"])
            let report = try await TemporaryFolder.use { folder in
                Audit.run(try await round.record(in: folder), expecting: round.roundID)
            }
            #expect(report.faults == [] && report.mixedCount == 1 && report.foundCount == 2)
            #expect(report.checked[.relays] == 1 && report.checked[.closing] == 1 && report.checked[.steps] == 1)
        }
    }

    @Test func aBoxThatIsShortIsSaidAndAcknowledged() async throws {
        try await Self.run { round in
            let device = try await round.vote(0, [Choice](repeating: .first, count: 8))
            _ = try await Self.closed(round, from: 1)
            #expect(try await Self.say(round, relay: 0, 2).status == 204)
            let seal = try await round.seal([device])
            let opening = await refusal { try await round.open(seal) }
            #expect(opening?.warnings.map(\.name) == ["short"])
            try await round.open(seal, acknowledging: ["short"])
            let page = try await round.visitor(.board).open("results").text
            #expect(page.contains(#"id="short""#) && page.contains(#"value="short""#))
            let certifying = await refusal { try await round.board.certify(round.name, acknowledging: ["unanimous"]) }
            #expect(certifying?.warnings.map(\.name) == ["short"])
            try await round.board.certify(round.name, acknowledging: ["unanimous", "short"])
            let mix = try await round.service.call("GET", round.voterPath).member("mix").looseObject()
            #expect(try mix.member("mixed").integer() == 2 && mix.member("short").array().count == 8)
            for path in ["", "/screen"] {
                let page = try await round.service.call(
                    "GET", "/rounds/\(round.roundID)\(path)", headers: ["Accept": "text/html"])
                #expect(page.text.contains("Thiếu phiếu: các trạm"), "\(path)")
            }
        }
    }

    /// A relay that says more than can be has neither the next one's word refused nor the round stopped.
    @Test(arguments: [(2, false), (3, true), (Int(UInt32.max), true)])
    func aRelayThatOverstatesStopsNoRound(voters: Int, isSaid: Bool) async throws {
        let open = isSaid ? ["overstated", "short"] : []
        try await Self.run { round in
            let devices = [
                try await round.vote(0, [Choice](repeating: .first, count: 8)),
                try await round.vote(1, [Choice](repeating: .second, count: 8)),
            ]
            try await round.reach(.closing)
            #expect(try await Self.say(round, relay: 0, voters).status == 204)
            #expect(try await Self.say(round, relay: 1, 0).status == 204, "an honest relay is heard after a lying one")
            let seal = try await round.seal(devices)
            if isSaid {
                let opening = await refusal { try await round.open(seal) }
                #expect(Set(opening?.warnings.map(\.name) ?? []) == Set(open))
            }
            try await round.open(seal, acknowledging: open)
            let page = try await round.visitor(.board).open("results").text
            #expect(page.contains(#"id="overstated""#) == isSaid && page.contains(#"value="overstated""#) == isSaid)
            if isSaid {
                let certifying = await refusal {
                    try await round.board.certify(round.name, acknowledging: ["unanimous", "short"])
                }
                #expect(certifying?.warnings.map(\.name) == ["overstated"])
            }
            try await round.board.certify(round.name, acknowledging: ["unanimous"] + open)
            for path in ["", "/screen"] {
                let page = try await round.service.call(
                    "GET", "/rounds/\(round.roundID)\(path)", headers: ["Accept": "text/html"])
                #expect(page.text.contains("Trạm báo thừa: các trạm") == isSaid, "\(path)")
            }
            let report = try await TemporaryFolder.use { folder in
                Audit.run(try await round.record(in: folder), expecting: round.roundID)
            }
            #expect(report.faults == [] && (report.mix.overstated != nil) == isSaid)
        }
    }

    // MARK: - The draft

    @Test func relaysAreNamedInTheDraftAndFrozenWithIt() async throws {
        try await PreparedRound.run(.draft) { round in
            try await round.secretary.setRelays(Self.relays, of: round.name)
            let own = RelayReference(name: "A", url: "https://tram.example/x", key: Self.keys[0].publicKey)
            let twins: [[RelayReference]] = [
                [own, RelayReference(name: "A", url: "https://b.example", key: Self.keys[1].publicKey)],
                [own, RelayReference(name: "B", url: "https://b.example", key: Self.keys[0].publicKey)],
                [RelayReference(name: "A", url: "http://b.example", key: Self.keys[0].publicKey)],
            ]
            for list in twins {
                let problem = await refusal { try await round.secretary.setRelays(list, of: round.name) }
                #expect(problem?.code == "malformed-request", "\(list.map(\.url))")
            }
            let roundID = try await round.secretary.freeze(round.name, every: .milliseconds(20)) { _ in }
            let casting = try await round.service.voter.manifest(of: roundID).casting
            #expect(casting?.relays == Self.relays)
        }
    }

    /// The service may have come to the relay's host since the draft: nothing is frozen then.
    @Test func theHostIsCheckedAgainAtFreezing() async throws {
        try await TestFolder.use { folder in
            let configuration = try await TestService.configuration(of: folder)
            _ = try await PreparedRound.laid(configuration, .draft, at: TestTime().now) {
                try PreparedRound(in: $0, voters: 2)
            }
            let json: JSONValue = ["relays": .array(Self.relays.map(\.json))]
            try await OpenOffice.run(in: folder, at: "https://phieu.example") { office in
                try await office.desk.setRelays(
                    DraftRelays(stored: json.encoded()),
                    noting: JournalEntry(at: 0, account: "thuky", action: "round.relays"))
            }
            try await OpenOffice.run(in: folder, at: "https://Tram-1.example:8443") { office in
                do {
                    try await office.desk.freeze(office.office)
                    Issue.record("frozen with a relay on the service's own host")
                } catch let problem as Problem {
                    #expect(problem.code == .relayOwnHost)
                }
                #expect(try await office.state() == .draft)
            }
            try await OpenOffice.run(in: folder, at: "https://tram-2.example") { office in
                try await office.desk.freeze(office.office)
                #expect(try await office.desk.manifest().casting?.relays == Self.relays)
            }
        }
    }

    /// By its name alone anybody could stand there.
    @Test func whichRelaysTheyAreIsShownToEverybody() async throws {
        let trial = RelayReference(name: "Máy này", url: "http://127.0.0.1:9", key: SigningKey().publicKey)
        try await PreparedRound.run(.frozen, relays: Self.relays + [trial]) { round in
            let headers = ["Accept": "text/html"]
            let room = try await round.service.call("GET", "/rounds/\(round.roundID)", headers: headers).text
            for page in [room, try await round.visitor(.secretary).open("relays").text] {
                for relay in Self.relays + [trial] {
                    #expect(page.contains(relay.fingerprint) && page.contains("<code>\(relay.host)</code>"))
                }
                #expect(page.ranges(of: "chạy thử, ở chính máy này").count == 1, "the last one is this machine")
            }
        }
    }

    @Test func aRelayOnTheServicesOwnHostHidesNobody() throws {
        func draft(_ url: String) throws -> DraftRelays {
            let relay = RelayReference(name: "A", url: url, key: Self.keys[0].publicKey)
            let json: JSONValue = ["relays": [relay.json]]
            return try DraftRelays(stored: json.encoded())
        }
        for url in ["https://phieu.example", "https://phieu.example:8443/tram"] {
            #expect(throws: Problem.self) { try draft(url).requireElsewhere(than: "https://Phieu.Example:443") }
            #expect(throws: Never.self) { try draft(url).requireElsewhere(than: "https://phieu2.example") }
        }
        // A trial has everything on one machine.
        #expect(throws: Never.self) {
            try draft("http://127.0.0.1:9000").requireElsewhere(than: "http://127.0.0.1:8080")
        }
    }
}
