import Client
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Testing

@testable import Service

/// Who is on a board of several: planned by the secretary, in a draft, in the place of whatever stood there.
@Suite struct BoardPlanTests {
    private static func names(_ count: Int) -> [String] { (0..<count).map { "Ủy viên \($0 + 1)" } }

    @Test func twoToNineAreTakenAndAThresholdOfTwoOrMore() async throws {
        try await PreparedRound.run(.draft) { round in
            for (count, threshold) in [(2, 2), (9, 2), (9, 9), (3, 2)] {
                let invitations = try await round.secretary.planBoard(
                    Self.names(count), threshold: threshold, of: round.name, acknowledging: ["board-replaced"])
                #expect(invitations.map(\.name) == Self.names(count))
                #expect(invitations.map(\.place) == Array(0..<count))
                #expect(Set(invitations.map(\.code)).count == count)
            }
            for (count, threshold) in [(1, 1), (1, 2), (10, 2), (3, 1), (3, 4), (0, 2), (3, 0)] {
                await expectRefusal("malformed-request", "\(threshold) of \(count)") {
                    _ = try await round.secretary.planBoard(Self.names(count), threshold: threshold, of: round.name)
                }
            }
            for names in [["A", "a"], ["Hoà", "Hòa"], ["A", " A "], ["A", ""], ["A", "B\u{202E}"]] {
                await expectRefusal("malformed-request", "\(names)") {
                    _ = try await round.secretary.planBoard(names, threshold: 2, of: round.name)
                }
            }
        }
    }

    /// The answer is as it is described, and so is what the desk and a seat see.
    @Test func whatIsAnsweredIsDescribed() async throws {
        try await PreparedRound.run(.draft) { round in
            let body: JSONValue = ["threshold": 2, "names": ["A", "B"], "acknowledge": ["board-replaced"]]
            let answer = try await round.service.call(
                "PUT", round.staffPath + "/board/members", body.encoded(), as: .secretary)
            #expect(answer.status == 200)
            let code = try answer.member("invitations").array()[1].looseObject().member("code").string()
            let view = try await round.service.call(
                "GET", "/api/v1/board/\(round.name)", headers: ["Authorization": "Bearer \(code)"])
            #expect(view.status == 200)
            #expect(try view.member("place").integer() == 1)
            let detail = try await round.service.call("GET", round.staffPath, as: .secretary)
            #expect(try detail.member("boardPlan").looseObject().member("threshold").integer() == 2)
            #expect(try detail.member("board").value == .null)
        }
    }

    /// No code is kept: what the register has of it opens nothing.
    @Test func codesAreKeptAsDigests() async throws {
        try await TestFolder.use { folder in
            _ = try await LaidRound(in: folder, .draft, voters: 1)
            try await OpenOffice.run(in: folder) { office in
                let body: JSONValue = ["threshold": 2, "names": ["A", "B"], "acknowledge": ["board-replaced"]]
                let order = try BoardOrder(reading: JSONReader(body, at: "body"))
                let invitations = try await office.desk.planBoard(order, noting: .init(at: 0, account: "", action: "x"))
                let kept = String(decoding: try await office.desk.document(.board) ?? [], as: UTF8.self)
                for invitation in invitations {
                    #expect(!kept.contains(invitation.code.printed))
                    #expect(!kept.contains(invitation.code.printed.replacing("-", with: "")))
                    let seat = try await office.desk.seat(shown: invitation.code)
                    #expect(seat?.place == invitation.place && seat?.name == invitation.name)
                }
            }
        }
    }

    @Test func aPlanTakesThePlaceOfWhateverStoodThere() async throws {
        try await PreparedRound.run(.draft) { round in
            let service = round.service
            let one = try await service.call("GET", round.staffPath, as: .secretary)
            #expect(try one.member("board").value != .null)
            #expect(try one.member("boardPlan").value == .null)
            var scene = try await BoardScene.planned(over: service)
            try await scene.makeKey(over: service)
            let other = try await BoardScene.planned(over: service)
            let view = try await other.view(0, service)
            #expect(view.members.allSatisfy { !$0.registered } && view.attempt == 1 && view.transcript == nil)
            await expectRefusal("wrong-invitation") { _ = try await scene.view(0, service) }
        }
    }

    /// Whose keys are registered, of one or of several, is said by name, and they go only where that is meant.
    @Test func nothingRegisteredGoesUnsaid() async throws {
        try await PreparedRound.run(.draft) { round in
            let (service, secretary) = (round.service, round.secretary)
            func refused(_ names: [String], _ work: @Sendable () async throws -> Void) async throws {
                let before = try await service.call("GET", round.staffPath, as: .secretary).member("board").value
                let problem = await refusal(of: work)
                #expect(problem?.code == "unacknowledged-warnings")
                #expect(problem?.warnings.map(\.name) == ["board-replaced"])
                let words = problem?.warnings.first?.messages.vietnamese ?? ""
                for name in names { #expect(words.contains(name), "\(name): \(words)") }
                let after = try await service.call("GET", round.staffPath, as: .secretary).member("board").value
                #expect(after.isEquivalent(to: before), "nothing was changed")
            }
            let plan: @Sendable () async throws -> Void = {
                _ = try await secretary.planBoard(["A", "B"], threshold: 2, of: round.name)
            }
            try await refused(["Trưởng ban"], plan)
            var scene = try await BoardScene.planned(over: service)
            try await plan()
            scene = try await BoardScene.planned(over: service)
            try await scene.advance(1, service)
            try await refused([BoardScene.names[1]], plan)
            try await refused([BoardScene.names[1]]) {
                try await secretary.unplanBoard(of: round.name)
            }
            // Of an attempt under way another is begun as a matter of course: somebody's device may be lost.
            try await secretary.beginAttempt(2, of: round.name)
            try await scene.makeKey(over: service)
            try await refused(BoardScene.names, plan)
            try await refused(BoardScene.names) { try await secretary.unplanBoard(of: round.name) }
            try await refused(BoardScene.names) { try await secretary.beginAttempt(3, of: round.name) }
            try await secretary.beginAttempt(2, of: round.name)
            try await secretary.beginAttempt(3, of: round.name, acknowledging: ["board-replaced"])
            try await secretary.unplanBoard(of: round.name)
        }
    }

    /// One account of the board's does not undo what several have made.
    @Test func aBoardOfOneIsNotPutBesideIt() async throws {
        try await PreparedRound.run(.draft) { round in
            _ = try await BoardScene.planned(over: round.service)
            let one = CountingBoard(
                threshold: 1, members: [BoardMember(name: "A", key: SigningKey().publicKey)],
                publicKey: SigningKey().publicKey)
            await expectRefusal("board-of-several") { try await round.board.setBoard(one, of: round.name) }
            try await round.secretary.unplanBoard(of: round.name)
            try await round.secretary.unplanBoard(of: round.name)
            let detail = try await round.service.call("GET", round.staffPath, as: .secretary)
            #expect(try detail.member("board").value == .null)
            #expect(try detail.member("boardPlan").value == .null)
            try await round.board.setBoard(one, of: round.name)
        }
    }

    /// What is weaker than a board should be is said, and nobody has to acknowledge it.
    @Test func weakBoardsAreSaidToBe() async throws {
        try await PreparedRound.run(.draft) { round in
            func notices() async throws -> [String] {
                try await round.service.call("GET", round.staffPath, as: .secretary).member("notices").array()
                    .map { try $0.looseObject().member("warning").string() }
            }
            #expect(try await notices() == ["board-of-one"])
            _ = try await BoardScene.planned(over: round.service)
            #expect(try await notices() == [])
            // Two of four is as many as the other two.
            let few = ["few-open"]
            for (count, threshold, said) in [(4, 2, few), (4, 3, []), (2, 2, []), (9, 4, few), (9, 5, [])] {
                _ = try await round.secretary.planBoard(Self.names(count), threshold: threshold, of: round.name)
                #expect(try await notices() == said, "\(threshold) of \(count)")
            }
        }
    }

    @Test func aRoundIsNotFrozenBeforeItsBoardHasAKey() async throws {
        try await PreparedRound.run(.draft) { round in
            _ = try await BoardScene.planned(over: round.service)
            await expectRefusal("draft-incomplete") { _ = try await round.secretary.freeze(round.name) }
        }
    }

    @Test func onlyADraftIsPlanned() async throws {
        try await PreparedRound.run(.frozen) { round in
            await expectRefusal("wrong-state") {
                _ = try await round.secretary.planBoard(["A", "B"], threshold: 2, of: round.name)
            }
            await expectRefusal("wrong-state") { try await round.secretary.unplanBoard(of: round.name) }
            await expectRefusal("wrong-state") { try await round.secretary.beginAttempt(2, of: round.name) }
            await expectRefusal("not-found") { _ = try await round.secretary.renewInvitation(of: 0, in: round.name) }
        }
    }

    // MARK: - Registering

    @Test func nothingRegisteredIsOverwritten() async throws {
        try await PreparedRound.run(.draft) { round in
            let service = round.service
            let scene = try await BoardScene.planned(over: service)
            let (mine, other) = (scene.devices[0].device.registration, try CeremonyDevice(name: "x").registration)
            let seat = scene.seat(0, service)
            try await seat.register(mine, in: 1)
            try await seat.register(mine, in: 1)
            await expectRefusal("seat-taken") { try await seat.register(other, in: 1) }
            await expectRefusal("other-attempt") { try await seat.register(mine, in: 2) }
            await expectRefusal("ceremony-key", "another's") { try await scene.seat(1, service).register(mine, in: 1) }
            let swapped = CeremonyMember(key: other.key, dkgKey: mine.dkgKey, random: other.random)
            await expectRefusal("ceremony-key") { try await scene.seat(1, service).register(swapped, in: 1) }
            try await scene.seat(1, service).register(other, in: 1)
        }
    }

    @Test func whatIsNoRegistrationIsRefused() async throws {
        try await PreparedRound.run(.draft) { round in
            let scene = try await BoardScene.planned(over: round.service)
            let good = scene.devices[0].device.registration.json.adding("attempt", 1)
            for (name, value) in [
                ("attempt", 0), ("attempt", "1"), ("key", ""), ("dkgKey", .bytes([UInt8](repeating: 4, count: 65))),
                ("random", .bytes([1])), ("more", 1),
            ] as [(String, JSONValue)] {
                let bad = name == "more" ? good.adding(name, value) : good.replacing(name, with: value)
                #expect(
                    try await scene.code("/registration", bad, at: 0, round.service) == "malformed-request", "\(name)")
            }
            #expect(try await scene.call("POST", "/registration", good, at: 0, round.service).status == 204)
        }
    }
}
