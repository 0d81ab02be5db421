import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import Service

/// What the journal has of a round's life, whichever door its steps were asked for at.
@Suite struct RoundJournalTests {
    private static let step = "/desk/rounds/\(PreparedRound.name)"

    private static let meeting = [
        StaffDeed("round.presence 1") {
            try await $0.client.setPresence([("uv-6", .absent), ("uv-5", .present)], of: $0.round.name)
        } page: {
            try await $0.submit(step + "/presence", ["mark-uv-6": "absent", "mark-uv-5": "present"])
        },
        StaffDeed("round.issuing") {
            try await $0.client.issue($0.round.name)
        } page: {
            try await $0.submit(step, ["step": "issuing"])
        },
        StaffDeed("round.voting") {
            try await $0.client.vote($0.round.name)
        } page: {
            try await $0.submit(step, ["step": "voting", "confirmation": "mở bỏ phiếu"])
        },
        StaffDeed("round.closing") {
            try await $0.client.close($0.round.name, acknowledging: ["without-ballot"])
        } page: {
            try await $0.submit(
                step, ["step": "closing", "confirmation": "kết thúc bỏ phiếu", "acknowledge": "without-ballot"])
        },
        StaffDeed("round.seal") {
            try await $0.client.seal($0.round.name)
        } page: {
            try await $0.submit(step, ["step": "seal", "confirmation": "niêm phong"])
        },
        StaffDeed("round.open") { scene in
            let seal = try await scene.service.voter.seal(of: scene.round.manifest).seal
            try await scene.client.open(
                scene.round.name,
                with: BoardShare(
                    member: 0, share: scene.round.boardKey.scalar, for: seal, signedBy: scene.round.memberKey))
        },
        StaffDeed("round.sign-minutes") { scene in
            let seal = try await scene.service.voter.seal(of: scene.round.manifest).seal
            let tallies = try await scene.client.results(of: scene.round.name).tallies
            try await scene.client.sign(
                MinutesSignature(member: 0, counting: tallies, of: seal, signedBy: scene.round.memberKey),
                of: scene.round.name)
        },
        StaffDeed("round.tally") { _ = try await $0.client.tally($0.round.name) },
        StaffDeed("round.certify") {
            try await $0.client.certify($0.round.name)
        } page: {
            try await $0.submit(step + "/results", ["confirmation": "công bố"])
        },
    ]

    @Test(arguments: [false, true])
    func aMeetingIsWrittenDown(onPages: Bool) async throws {
        try await PreparedRound.run(.frozen) { round in
            try await DeedScene.run(over: round) { try await $0.expect(Self.meeting, onPages: onPages) }
        }
    }

    private static let draft = [
        StaffDeed("round.units 3") {
            _ = try await $0.client.setUnits(TestRound.units(3), of: $0.round.name)
        } page: {
            try await $0.submit(
                step + "/units", ["import": "1", "table": String(decoding: TestRound.units(3), as: UTF8.self)])
        },
        StaffDeed("round.voters 5") {
            _ = try await $0.client.setVoters(
                TestRound.voters(Array($0.round.codes.prefix(5))), of: $0.round.name, acknowledging: ["cards-void"])
        } page: { scene in
            let table = String(decoding: try TestRound.voters(Array(scene.round.codes.prefix(5))), as: UTF8.self)
            return try await scene.submit(
                step + "/members", ["import": "1", "table": table, "acknowledge": "cards-void"])
        },
        StaffDeed("round.cards 1") {
            _ = try await replaceCard($0)
        } page: {
            try await replaceCard($0)
        },
        StaffDeed("round.relays 0") {
            try await $0.client.setRelays([], of: $0.round.name)
        } page: {
            try await $0.submit(step + "/relays", ["lines": ""])
        },
        StaffDeed("round.board-plan 3") {
            _ = try await $0.client.planBoard(
                BoardScene.names, threshold: 2, of: $0.round.name, acknowledging: ["board-replaced"])
        },
        StaffDeed("round.invitation Vàng Thị Mai") {
            _ = try await $0.client.renewInvitation(of: 2, in: $0.round.name)
        },
        StaffDeed("round.board-attempt 2") { try await $0.client.beginAttempt(2, of: $0.round.name) },
        StaffDeed("round.board-unplan") { try await $0.client.unplanBoard(of: $0.round.name) },
        StaffDeed("round.board") { scene in
            try await scene.client.setBoard(
                CountingBoard(
                    threshold: 1, members: [BoardMember(name: "Trưởng ban", key: scene.round.memberKey.publicKey)],
                    publicKey: scene.round.boardKey.publicKey), of: scene.round.name)
        },
        StaffDeed("round.freeze") { scene in
            _ = try await scene.client.freeze(scene.round.name, every: .milliseconds(20)) { _ in }
        } page: { scene in
            let page = try await scene.submit(step, ["step": "freeze", "confirmation": "chốt"])
            _ = try await scene.client.freeze(scene.round.name, every: .milliseconds(20)) { _ in }
            return page
        },
        StaffDeed("round.sign-freeze") { scene in
            let detail = try await scene.service.call(
                "GET", "/api/v1/staff/rounds/\(scene.round.name)/freeze", as: .secretary)
            let roundID = try RoundID(detail.member("roundID").bytes(32))
            try await scene.client.sign(
                FreezeSignature(member: 0, of: roundID, signedBy: scene.round.memberKey), of: scene.round.name)
        },
        StaffDeed("round.cancel") {
            try await $0.client.cancel($0.round.name, reason: "Hoãn")
        } page: {
            try await $0.submit(step, ["step": "cancel", "confirmation": "huỷ đợt", "reason": "Hoãn"])
        },
    ]

    private static func replaceCard(_ scene: DeedScene) async throws -> PageVisitor.Page {
        let key = Base64URL.encode(try AccessCode.random().credential().publicKey.bytes)
        return try await scene.submit(step + "/cards", ["keys": "uv-1 \(key)", "confirmation": "thay thẻ"])
    }

    @Test(arguments: [false, true])
    func aDraftIsWrittenDown(onPages: Bool) async throws {
        try await PreparedRound.run(.draft) { round in
            try await DeedScene.run(over: round) { try await $0.expect(Self.draft, onPages: onPages) }
        }
    }

    /// A round is frozen when its keys are made, not when somebody asked for it.
    @Test func whatIsBeingFrozenIsNotYetFrozen() async throws {
        try await PreparedRound.run(.draft) { round in
            let began = round.service.time.now
            _ = try await round.secretary.freeze(round.name)
            round.service.time.advance(by: 1)
            _ = try await round.secretary.freeze(round.name, every: .milliseconds(20)) { _ in }
            let lines = try await round.service.admin.journal().filter { $0.action == "round.freeze" }
            let step = try await round.service.voter.status(
                of: RoundID(
                    round.service.call("GET", round.staffPath + "/freeze", as: .secretary).member("roundID").bytes(32)))
            #expect(lines.count == 1)
            #expect(lines.first?.at == step.steps.last?.at && began <= (lines.first?.at ?? 0))
        }
    }

    @Test func noVoterIsNamed() async throws {
        try await PreparedRound.run(.frozen) { round in
            try await round.secretary.setPresence([("uv-3", .absent)], of: round.name)
            for line in try await round.service.admin.journal() {
                #expect(line.detail?.contains("uv-") != true)
                #expect(line.at == round.service.time.now)
            }
        }
    }

    @Test func aNewRoundIsWrittenDownAtBothDoors() async throws {
        try await SecretaryVisit.run { visit in
            let name = try await visit.draft().name
            let made = try await visit.visitor.submit(
                "/desk/rounds/new", from: "/desk/rounds/new",
                [
                    "kind": "recognition", "title": "Đợt hai", "year": "2026", "authorityName": "Đảng ủy xã Bum Tở",
                    "authorityParent": "Đảng bộ tỉnh Lai Châu", "authorityKind": "grassroots-committee",
                    "authorityPlace": "Bum Tở", "guidance": "lai-chau-05-hd-tu", "body": "ĐU",
                ])
            #expect(made.status == 303)
            let lines = try await visit.service.admin.journal().filter { $0.action == "round.create" }
            #expect(lines.count == 2 && lines.last?.round == name && lines.allSatisfy { $0.account == "thuky" })
        }
    }
}
