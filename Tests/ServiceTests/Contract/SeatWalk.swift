import Client
import StrictEncoding
import Testing

@testable import SecretBallot
@testable import Service

/// Asks for every operation of a seat and of the board's planning, each as it stands on the wire.
enum SeatWalk {
    // MARK: - In a draft

    static func makeKey() async throws {
        try await PreparedRound.run(.draft) { round in
            let walk = Draft(round: round, scene: try await BoardScene.planned(over: round.service))
            try await walk.deal()
            try await walk.end()
        }
    }

    private struct Draft: Sendable {
        let round: TestRound
        let scene: BoardScene

        private func ask(_ method: String, _ step: String, _ body: JSONValue?, at place: Int) async throws {
            let answer = try await scene.call(method, step, body, at: place, round.service)
            #expect(answer.status < 300, "\(method) \(step): \(answer.text.prefix(300))")
        }

        private func plan(_ method: String, _ path: String, _ body: JSONValue?) async throws {
            let answer = try await round.service.call(
                method, round.staffPath + "/board" + path, body?.encoded(), as: .secretary)
            #expect(answer.status < 300, "\(method) \(path): \(answer.text.prefix(300))")
        }

        /// To a certification of the first, and an accusation by the last: of all of it there is something to see.
        func deal() async throws {
            var devices = scene.devices.map(\.device)
            for (place, device) in devices.enumerated() {
                try await ask("GET", "", nil, at: place)
                try await ask("POST", "/registration", device.registration.json.adding("attempt", 1), at: place)
            }
            let ceremony = try #require(try await scene.view(0, round.service).ceremony)
            for place in devices.indices {
                try devices[place].join(ceremony)
                try await ask("POST", "/commitment", devices[place].commitment?.json, at: place)
            }
            let commitments = devices.compactMap(\.commitment)
            for place in devices.indices {
                try devices[place].take(commitments)
                try await ask("POST", "/message", devices[place].firstMessage?.json, at: place)
            }
            try devices[0].take(devices.compactMap(\.firstMessage))
            let certification: JSONValue = ["member": 0, "signature": .bytes(devices[0].certification ?? [])]
            try await ask("POST", "/certification", certification, at: 0)
            let accusation = try Accusation(
                of: 1, by: 2, publishing: devices[2].dkgKey, in: ceremony, signedBy: devices[2].key)
            try await ask("POST", "/accusation", accusation.json, at: 2)
            try await ask("GET", "", nil, at: 1)
        }

        func end() async throws {
            try await ask("POST", "/attempt", ["attempt": 2], at: 1)
            try await plan("POST", "/attempt", ["attempt": 3])
            try await plan("POST", "/members/1/invitation", nil)
            try await plan("PUT", "/members", ["threshold": 2, "names": ["A", "B"]])
            try await plan("DELETE", "/members", nil)
        }
    }

    // MARK: - Afterwards

    /// A plan beside a board of one, which no round has: its first member's signatures are those of the manifest's.
    static func finish() async throws {
        let order = try BoardOrder(reading: JSONReader(["threshold": 2, "names": ["A", "B"]], at: "order"))
        let (plan, invitations) = try BoardPlan.made(order)
        let bearer = ["Authorization": "Bearer " + invitations[0].code.printed]
        try await PreparedRound.run(.voting, voters: 1, draft: [.board: DraftBoard.several(plan).stored]) { round in
            @Sendable func ask(_ method: String, _ step: String, _ body: JSONValue? = nil) async throws -> RawAnswer {
                let answer = try await round.service.call(
                    method, "/api/v1/board/\(round.name)\(step)", body?.encoded(), headers: bearer)
                #expect(answer.status < 300, "\(method) \(step): \(answer.text.prefix(300))")
                return answer
            }
            _ = try await ask("POST", "/proof", [:])
            let freeze = try FreezeSignature(member: 0, of: round.manifest, signedBy: round.memberKey)
            _ = try await ask("POST", "/freeze-signature", freeze.json)
            let choices = [Choice](repeating: .first, count: round.manifest.contests.count)
            let seal = try await round.seal([round.vote(0, choices)])
            try await round.open(seal)
            let share = try BoardShare(member: 0, share: round.boardKey.scalar, for: seal, signedBy: round.memberKey)
            _ = try await ask("POST", "/share", share.json)
            _ = try await ask("GET", "/opening")
            let tally = try TallyDocument(await ask("GET", "/tally").body, of: round.manifest)
            let minutes = try MinutesSignature(
                member: 0, counting: tally.tallies, of: seal, signedBy: round.memberKey)
            _ = try await ask("POST", "/minutes-signature", minutes.json)
        }
    }
}
