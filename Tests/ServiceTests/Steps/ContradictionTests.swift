import Client
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// More voters say that they found their slips than a box holds: said, acknowledged, kept in the record.
@Suite struct ContradictionTests {
    @discardableResult
    private static func opened(_ round: TestRound, claims: Bool) async throws -> VotingDevice {
        let (seal, third) = try await sealed(round, claims: claims)
        try await round.open(seal, acknowledging: claims ? ["contradiction"] : [])
        return third
    }

    /// Three take tokens, two cast.
    /// - Parameter claims: whether the third, who cast nothing, says that the slips were found.
    private static func sealed(_ round: TestRound, claims: Bool) async throws -> (Seal, third: VotingDevice) {
        var devices: [VotingDevice] = []
        for index in 0..<2 {
            devices.append(try await round.vote(index, [Choice](repeating: .first, count: 8)))
        }
        let third = try await round.device(2)
        let seal = try await round.seal(devices)
        if claims { try await claim(in: round, seal, third) }
        return (seal, third)
    }

    private static func claim(in round: TestRound, _ seal: Seal, _ third: VotingDevice) async throws {
        let key = try SigningKey(JSONReader(third.json, at: "device").looseObject().member("deviceKey").bytes())
        let entry = FoundEntry(voter: round.voterID(2), signature: try key.sign(seal.foundMessage))
        let found = try await round.service.voter.found(entry, in: round.roundID)
        #expect(found == 3)
    }

    @Test func itIsAcknowledgedBeforeTheBoxIsOpened() async throws {
        try await PreparedRound.run { round in
            let (seal, _) = try await Self.sealed(round, claims: true)
            for names in [[], ["clock-behind", "unanimous"]] {
                let problem = await refusal { try await round.open(seal, acknowledging: names) }
                #expect(
                    problem?.code == "unacknowledged-warnings" && problem?.warnings.map(\.name) == ["contradiction"])
                #expect(try await round.service.voter.status(of: round.roundID).state == .sealed)
            }
            try await round.open(seal, acknowledging: ["contradiction"])
        }
    }

    /// Whoever holds the board's key is told what they will be asked, whoever finds slips meanwhile.
    @Test func theBoardIsToldBeforeItOpens() async throws {
        try await PreparedRound.run { round in
            let (seal, third) = try await Self.sealed(round, claims: false)
            for role in Role.allCases {
                let detail = try await PreparedStaff.client(role, round.service).round(round.name)
                #expect(detail.warnings.isEmpty, "\(role)")
            }
            try await Self.claim(in: round, seal, third)
            for role in Role.allCases {
                let detail = try await PreparedStaff.client(role, round.service).round(round.name)
                #expect(detail.warnings.map(\.name) == (role == .board ? ["contradiction"] : []), "\(role)")
            }
        }
    }

    @Test func itIsAcknowledgedBeforeTheResultsArePublished() async throws {
        try await PreparedRound.run { round in
            try await Self.opened(round, claims: true)
            let results = try await round.board.results(of: round.name)
            let warning = try #require(results.warnings.last)
            #expect(warning.name == "contradiction" && warning.messages.vietnamese.hasPrefix("Mâu thuẫn: 3 người"))
            let page = try await round.visitor(.board).open("results").text
            #expect(page.contains("value=\"contradiction\""))
            let problem = await refusal { try await round.board.certify(round.name, acknowledging: ["unanimous"]) }
            #expect(problem?.code == "unacknowledged-warnings" && problem?.warnings.map(\.name) == ["contradiction"])
            try await round.board.certify(round.name, acknowledging: ["unanimous", "contradiction"])
            let report = try await TemporaryFolder.use { folder in
                Audit.run(try await round.record(in: folder), expecting: round.roundID)
            }
            #expect(report.faults == [] && report.finders.found == 3)
            #expect(report.finders.collected == [Int](repeating: 2, count: 8))
        }
    }

    /// An exit code of its own, and the words; nothing of it where nobody claims too much.
    @Test(arguments: [true, false]) func theAuditsCommandEndsByIt(claims: Bool) async throws {
        try await PreparedRound.run { round in
            try await Self.opened(round, claims: claims)
            try await round.board.certify(round.name, acknowledging: ["unanimous"] + (claims ? ["contradiction"] : []))
            try await TemporaryFolder.use { folder in
                _ = try await round.record(in: folder)
                let audit = { (id: String, more: [String]) in
                    try Program.run(["audit", folder + "/record.zip", "--round", id] + more)
                }
                let (plain, json) = (try audit("\(round.roundID)", []), try audit("\(round.roundID)", ["--json"]))
                #expect(plain.status == (claims ? 3 : 0) && json.status == plain.status)
                #expect(plain.errors.isEmpty && json.errors.isEmpty)
                #expect(plain.output.contains("!!! \(Self.words)") == claims)
                #expect(plain.output.contains("mâu thuẫn với hòm phiếu.") == claims)
                #expect(plain.output.contains("Tất cả đều đúng.") == !claims)
                let found = try JSONReader(parsing: json.bytes, as: "audit", limit: 1 << 20).looseObject()
                #expect(try found.member("holds").bool())
                let finders = try found.member("finders").looseObject()
                #expect(try finders.member("contradictions").array().count == (claims ? 8 : 0))
                // A fault outweighs it.
                let other = try audit(Base64URL.encode([UInt8](repeating: 1, count: 32)), [])
                #expect(other.status == 1 && other.output.contains("KHÔNG đúng"))
            }
        }
    }

    /// Where a page is open to anybody or to the staff, and from which state it tells an outcome.
    @Test func everyPageThatTellsAnOutcomeSaysIt() async throws {
        try await PreparedRound.run { round in
            try await Self.opened(round, claims: true)
            let results = try await saying(round, .opened)
            #expect(results == ["desk", "detail", "results"])
            try await round.board.certify(round.name, acknowledging: ["unanimous", "contradiction"])
            let all = try await saying(round, .certified)
            #expect(all == ["desk", "detail", "public", "results", "screen", "signer", "status"])
        }
    }

    /// Voters may say so as long as there is a record to say it of.
    @Test func whoSaysItAfterTheCertifyingIsHeardEverywhereToo() async throws {
        try await PreparedRound.run { round in
            let third = try await Self.opened(round, claims: false)
            try await round.board.certify(round.name, acknowledging: ["unanimous"])
            let before = try await saying(round, .certified)
            #expect(before == [], "nothing is said where nothing contradicts")
            try await Self.claim(in: round, round.service.voter.seal(of: round.manifest).seal, third)
            let after = try await saying(round, .certified)
            #expect(after == ["desk", "detail", "public", "results", "screen", "signer", "status"])
        }
    }

    /// What the count says is not for everybody before it is certified.
    @Test func administratorsAndStrangersLearnNothingBefore() async throws {
        try await PreparedRound.run { round in
            try await Self.opened(round, claims: true)
            let page = try await round.visitor(.admin).open().text
            #expect(!page.contains(Self.words) && page.contains(#"data-state="opened""#))
            let status = try await round.service.call("GET", round.voterPath)
            let finders = try status.member("finders")
            #expect(finders.value == .null)
        }
    }

    private static let words = "Mâu thuẫn: 3 người"

    /// Which places say it in the words of `FinderCounts`, sorted; each must be there.
    private func saying(_ round: TestRound, _ stage: Stage) async throws -> [String] {
        let (service, id) = (round.service, round.roundID)
        let bearer = ["Authorization": "Bearer " + PreparedStaff.token(.secretary)]
        var answers = [
            "desk": try await round.visitor(.board).open(), "results": try await round.visitor(.signer).open("results"),
            "detail": try await service.call("GET", round.staffPath, headers: bearer),
            "status": try await service.call("GET", round.voterPath),
            "public": try await service.call("GET", "/rounds/\(id)", headers: ["Accept": "text/html"]),
            "screen": try await service.call("GET", "/rounds/\(id)/screen", headers: ["Accept": "text/html"]),
        ]
        answers["signer"] = try await round.visitor(.signer).open("decisions")
        for (place, answer) in answers { #expect(answer.status == 200, "\(place) at \(stage)") }
        return answers.filter { $0.value.text.contains(Self.words) }.map(\.key).sorted()
    }
}
