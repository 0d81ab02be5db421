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

    static func finish() async throws {
        try await SeveralRound.run { several in
            func ask(_ method: String, _ step: String, _ body: JSONValue?, at place: Int) async throws -> RawAnswer {
                let answer = try await several.scene.call(method, step, body, at: place, several.service)
                #expect(answer.status < 300, "\(method) \(step): \(answer.text.prefix(300))")
                return answer
            }
            let transcript = try await several.service.call("GET", several.round.voterPath + "/transcript")
            #expect(transcript.body == several.scene.transcript?.bytes)
            for place in 0..<3 {
                _ = try await ask("POST", "/proof", [:], at: place)
                _ = try await ask("POST", "/freeze-signature", several.freezeSignature(place).json, at: place)
            }
            let seal = try await several.sealed()
            for place in 0..<2 { _ = try await ask("POST", "/share", several.boardShare(place, seal).json, at: place) }
            _ = try await ask("GET", "/opening", nil, at: 2)
            let tally = try await ask("GET", "/tally", nil, at: 2)
            let minutes = try MinutesSignature(
                member: 2, counting: TallyDocument(tally.body, of: several.manifest).tallies, of: seal,
                signedBy: several.scene.devices[2].device.key)
            _ = try await ask("POST", "/minutes-signature", minutes.json, at: 2)
            _ = try await ask("GET", "", nil, at: 2)
        }
    }
}
