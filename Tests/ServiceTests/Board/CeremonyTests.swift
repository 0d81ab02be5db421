import Client
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// Three devices make the board's key through the service, whatever is lost, repeated or started anew on the way.
@Suite struct CeremonyTests {
    @Test func threeDevicesMakeAKey() async throws {
        try await PreparedRound.run(.draft) { round in
            let service = round.service
            var scene = try await BoardScene.planned(over: service)
            try await scene.makeKey(over: service)
            let transcript = try #require(scene.transcript)
            #expect(scene.devices.allSatisfy { $0.device.transcript == transcript })
            let board = try await service.call("GET", round.staffPath, as: .secretary).member("board")
            let hash = try board.object(["threshold", "members", "publicKey", "transcript"]).member("transcript")
                .bytes()
            #expect(hash == transcript.hash)
            let view = try await scene.view(1, service)
            #expect(view.place == 1 && view.threshold == 2 && view.attempt == 1 && view.messages == nil)
            #expect(view.members.map(\.name) == BoardScene.names)
            #expect(view.members.allSatisfy { $0.registered && $0.committed && $0.dealt && $0.certified })
            #expect(view.members.allSatisfy { !$0.proved && !$0.frozen && !$0.shared && !$0.minuted })
            #expect(view.transcript == transcript)
        }
    }

    /// Devices come in any order, each only as often as a seeded die says.
    @Test func inAnyOrder() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        try await PreparedRound.run(.draft) { round in
            var random = SeededRandom(seed)
            var scene = try await BoardScene.planned(over: round.service, threshold: 3)
            var turns = 0
            while scene.devices.contains(where: { $0.holder == nil }), turns < 200 {
                try await scene.advance(scene.devices.indices.randomElement(using: &random) ?? 0, round.service)
                turns += 1
            }
            #expect(scene.devices.allSatisfy { $0.holder != nil }, "seed \(seed)")
        }
    }

    /// Every answer is lost once: the device took a step, was stopped, and takes it again from what it kept.
    @Test func everyAnswerIsLostOnce() async throws {
        try await PreparedRound.run(.draft) { round in
            var scene = try await BoardScene.planned(over: round.service)
            for _ in 0..<5 {
                for place in scene.devices.indices {
                    try await scene.advance(place, round.service)
                    try scene.restart(place)
                    try await scene.advance(place, round.service)
                }
            }
            #expect(scene.devices.allSatisfy { $0.holder != nil })
            #expect(try await scene.view(0, round.service).evidence == nil)
        }
    }

    @Test func theServiceIsStartedAnewBetweenSteps() async throws {
        try await TestFolder.use { folder in
            let time = TestTime()
            _ = try await PreparedRound.laid(try await TestService.configuration(of: folder), .draft, at: time.now) {
                try PreparedRound(in: $0, voters: 1)
            }
            var scene = try await TestService.run(in: folder, time: time) { try await BoardScene.planned(over: $0) }
            for _ in 0..<5 {
                scene = try await TestService.run(in: folder, time: time) { [scene] service in
                    var scene = scene
                    for place in scene.devices.indices { try await scene.advance(place, service) }
                    return scene
                }
            }
            #expect(scene.devices.allSatisfy { $0.holder != nil })
            let board = try await TestService.run(in: folder, time: time) { service in
                try await service.call("GET", "/api/v1/staff/rounds/\(PreparedRound.name)", as: .board)
                    .member("board").value
            }
            #expect(board != .null)
        }
    }

    /// Who asks again and again is told in a few bytes that nothing is new.
    @Test func whatIsKnownIsNotSentAgain() async throws {
        try await PreparedRound.run(.draft) { round in
            let service = round.service
            var scene = try await BoardScene.planned(over: service)
            let first = try await scene.call("GET", "", at: 0, service)
            let tag = try #require(first.headers["etag"])
            let (path, code) = ("/api/v1/board/\(scene.round)", scene.codes[0])
            func ask() async throws -> RawAnswer {
                try await service.call(
                    "GET", path, headers: ["Authorization": "Bearer " + code, "If-None-Match": tag])
            }
            let again = try await ask()
            #expect(again.status == 304 && again.body.isEmpty && again.headers["etag"] == tag)
            try await scene.advance(1, service)
            let news = try await ask()
            #expect(news.status == 200 && news.headers["etag"] != tag)
        }
    }

    // MARK: - Silence

    @Test func aSilentMemberIsWaitedForUntilTheSecretaryBeginsAnew() async throws {
        try await PreparedRound.run(.draft) { round in
            let service = round.service
            var scene = try await BoardScene.planned(over: service)
            for _ in 0..<3 {
                for place in [0, 1] { try await scene.advance(place, service) }
            }
            #expect(try await scene.view(0, service).ceremony == nil)
            #expect(try await scene.code("/attempt", ["attempt": 2], at: 0, service) == "ceremony-early")
            await expectRefusal("other-attempt") { try await round.secretary.beginAttempt(3, of: round.name) }
            try await round.secretary.beginAttempt(2, of: round.name)
            try await round.secretary.beginAttempt(2, of: round.name)
            let view = try await scene.view(0, service)
            #expect(view.members.allSatisfy { !$0.registered })
            let keys = scene.devices.map(\.device.registration)
            try await scene.makeKey(over: service)
            for (device, key) in zip(scene.devices, keys) {
                #expect(device.attempt == 2 && device.device.registration.key == key.key)
            }
            // Whoever took part in the first has made everything else afresh.
            #expect(scene.devices[0].device.registration.dkgKey != keys[0].dkgKey)
        }
    }

    /// A key that is made is given up too, if a device is lost before the freeze.
    @Test func aMadeKeyIsGivenUpByTheSecretary() async throws {
        try await PreparedRound.run(.draft) { round in
            var scene = try await BoardScene.planned(over: round.service)
            try await scene.makeKey(over: round.service)
            let first = try #require(scene.transcript)
            let invitation = try await round.secretary.renewInvitation(of: 2, in: round.name)
            scene.codes[2] = invitation.code
            scene.devices[2] = try SeatDevice(name: invitation.name)
            #expect(try await scene.view(2, round.service).transcript == first)
            try await round.secretary.beginAttempt(2, of: round.name, acknowledging: ["board-replaced"])
            try await scene.makeKey(over: round.service)
            #expect(scene.transcript?.keys != first.keys)
        }
    }
}
