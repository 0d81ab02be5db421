import Client
import Connections
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// What an invitation opens, and what it does not.
@Suite struct SeatRightTests {
    /// Two drafts, each with a board of several.
    private static func run(
        _ body: @escaping @Sendable (BoardScene, BoardScene, TestService) async throws -> Void
    ) async throws {
        try await PreparedRound.run(.draft) { round in
            let name = try await round.secretary.createRound(TestRound.draft).round
            let one = try await BoardScene.planned(over: round.service)
            try await body(one, try await BoardScene.planned(over: round.service, in: name), round.service)
        }
    }

    private static func look(
        _ round: String, _ headers: [String: String], _ service: TestService
    ) async throws -> String? {
        let answer = try await service.call("GET", "/api/v1/board/\(round)", headers: headers)
        return answer.status == 200 ? nil : answer.code
    }

    @Test func aCodeOpensItsOwnSeatOfItsOwnRound() async throws {
        try await Self.run { one, other, service async throws in
            for (round, code, refused) in [
                (one.round, one.codes[0], nil), (one.round, other.codes[0], "wrong-invitation"),
                (other.round, one.codes[0], "wrong-invitation"), ("N0R0NNDHRR", one.codes[0], "wrong-invitation"),
                (one.round, "", "unauthenticated"), (one.round, String(one.codes[0].dropLast()), "wrong-invitation"),
                (one.round, one.codes[0] + "0", "wrong-invitation"),
                (one.round, one.codes[0].lowercased().replacing("-", with: ""), nil),
            ] as [(String, String, String?)] {
                #expect(try await Self.look(round, ["Authorization": "Bearer \(code)"], service) == refused, "\(code)")
            }
        }
    }

    /// Neither a session's cookie nor a token of any role stands for an invitation, nor an invitation for them.
    @Test func nothingElseOpensASeat() async throws {
        try await Self.run { one, _, service async throws in
            #expect(try await Self.look(one.round, [:], service) == "unauthenticated")
            let cookies = ["\(SessionCookie.name)=\(one.codes[0])", "code=\(one.codes[0])"]
            for cookie in cookies {
                #expect(try await Self.look(one.round, ["Cookie": cookie], service) == "unauthenticated")
            }
            let basic = ["Authorization": "Basic " + one.codes[0]]
            #expect(try await Self.look(one.round, basic, service) == "unauthenticated")
            for role in Role.allCases {
                let token = ["Authorization": "Bearer " + PreparedStaff.token(role)]
                #expect(try await Self.look(one.round, token, service) == "wrong-invitation", "\(role)")
            }
            let desk = try await service.call(
                "GET", "/api/v1/staff/rounds/\(one.round)", headers: ["Authorization": "Bearer " + one.codes[0]])
            #expect(desk.code == "unauthenticated")
        }
    }

    @Test func aRenewedInvitationMakesTheOldOneVoid() async throws {
        try await Self.run { one, _, service async throws in
            var one = one
            try await one.turns(2, service)
            let secretary = PreparedStaff.client(.secretary, service)
            let invitation = try await secretary.renewInvitation(of: 1, in: one.round)
            #expect(invitation.place == 1 && invitation.name == BoardScene.names[1])
            await expectRefusal("wrong-invitation") { _ = try await one.view(1, service) }
            one.codes[1] = invitation.code
            // Nothing else has changed: the device goes on where it was.
            #expect(try await one.view(1, service).attempt == 1)
            try await one.makeKey(over: service)
            await expectRefusal("not-found") { _ = try await secretary.renewInvitation(of: 3, in: one.round) }
            await expectRefusal("not-found") { _ = try await secretary.renewInvitation(of: -1, in: one.round) }
        }
    }

    /// What is signed by another is not taken from this seat, however good it is.
    @Test func aSeatSpeaksForItselfAlone() async throws {
        try await Self.run { one, _, service async throws in
            var one = one
            try await one.turns(1, service)
            var device = one.devices[1].device
            try device.join(try #require(try await one.view(1, service).ceremony))
            let commitment = try #require(device.commitment).json
            #expect(try await one.code("/commitment", commitment, at: 0, service) == "other-seat")
            #expect(try await one.code("/commitment", commitment, at: 1, service) == nil)
            let certification: JSONValue = ["member": 1, "signature": .bytes([UInt8](repeating: 2, count: 65))]
            #expect(try await one.code("/certification", certification, at: 2, service) == "other-seat")
        }
    }

    /// In a draft there is nothing to sign, to open or to count.
    @Test func eachStepHasItsTime() async throws {
        try await Self.run { one, _, service async throws in
            let signature: JSONValue = ["member": 0, "signature": .bytes([UInt8](repeating: 1, count: 64))]
            let share: JSONValue = signature.adding("share", .bytes([UInt8](repeating: 1, count: 32)))
            for (step, body) in [
                ("/proof", [:]), ("/freeze-signature", signature), ("/share", share), ("/minutes-signature", signature),
            ] as [(String, JSONValue)] {
                #expect(try await one.code(step, body, at: 0, service) == "wrong-state", "\(step)")
            }
            for step in ["/opening", "/tally"] {
                #expect(try await one.call("GET", step, at: 0, service).code == "wrong-state", "\(step)")
            }
        }
    }

    /// Whoever tries codes waits; a right one is looked for before that, and waits for nobody.
    @Test func wrongCodesAreThrottledByAddress() async throws {
        try await TestFolder.use { folder in
            _ = try await LaidRound(in: folder, .draft, voters: 1)
            let time = TestTime()
            try await OpenOffice.run(in: folder, time: time) { office in
                let door = SeatDoor(office: office.office)
                let (one, other) = (PeerAddress(text: "192.0.2.1"), PeerAddress(text: "192.0.2.2"))
                let refusals = (0..<50).map { _ in door.refusal(of: one) }
                #expect(refusals[0].code == .wrongInvitation && refusals[49].code == .throttled)
                #expect((refusals[49].retryAfter ?? 0) > 0)
                #expect(door.refusal(of: other).code == .wrongInvitation)
                #expect((0..<50).allSatisfy { _ in door.refusal(of: nil).code == .wrongInvitation })
                time.advance(by: 61)
                #expect(door.refusal(of: one).code == .wrongInvitation)
            }
        }
    }
}
