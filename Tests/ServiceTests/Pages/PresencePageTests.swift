import Client
import Storage
import StrictEncoding
import Testing

@testable import Service

/// Presence by a form alone, without scripts.
@Suite struct PresencePageTests {
    private static func marks(_ round: TestRound) async throws -> [String] {
        try await round.secretary.round(round.name).voters.map { "\($0.mark)" }
    }

    @Test func theFormMarksWhatDiffers() async throws {
        try await PreparedRound.run(.issuing, marks: [0: .present, 1: .excused]) { round in
            let secretary = round.visitor(.secretary)
            let sent = try await secretary.send(
                ["mark-uv-1": "present", "mark-uv-2": "present", "mark-uv-3": "excused", "mark-uv-4": "absent"],
                to: "presence")
            #expect(sent.status == 303)
            #expect(
                try await Self.marks(round) == ["present", "present", "excused", "absent", "absent", "absent"])
            let found1 = try await secretary.send(["mark-uv-1": "here"], to: "presence")
            #expect(found1.status == 400)
            let found2 = try await secretary.send(["mark-stranger": "present"], to: "presence")
            #expect(found2.status == 303)
            #expect(
                try await Self.marks(round) == ["present", "present", "excused", "absent", "absent", "absent"])
        }
    }

    @Test func allAreMarkedButTheExcused() async throws {
        try await PreparedRound.run(.frozen, marks: [1: .excused]) { round in
            _ = try await round.visitor(.secretary).send(["all": "present", "mark-uv-1": "absent"], to: "presence")
            #expect(
                try await Self.marks(round)
                    == ["present", "excused", "present", "present", "present", "present"])
        }
    }

    /// However a tag is broken into lines.
    private static func tight(_ page: String) -> String {
        page.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(" >", with: ">")
    }

    @Test func tokensFixAPresence() async throws {
        try await PreparedRound.run(.issuing) { round in
            _ = try await round.device(0)
            let secretary = round.visitor(.secretary)
            let page = Self.tight(try await secretary.open("presence").text)
            #expect(page.contains(#"name="mark-uv-1" value="absent" disabled"#))
            #expect(page.contains(#"name="mark-uv-2" value="absent">"#))
            let refused = try await secretary.send(["mark-uv-1": "absent", "mark-uv-2": "absent"], to: "presence")
            #expect(refused.status == 409 && refused.text.contains(#"data-code="presence-fixed""#))
            let holds1 = try await Self.marks(round).allSatisfy { $0 == "present" }
            #expect(holds1, "all of it or nothing")
        }
    }

    @Test func votingEndsExcuses() async throws {
        try await PreparedRound.run(.voting, marks: [0: .present, 1: .excused]) { round in
            let page = Self.tight(try await round.visitor(.secretary).open("presence").text)
            #expect(page.contains(#"name="mark-uv-1" value="excused" disabled"#))
            #expect(page.contains(#"name="mark-uv-2" value="absent" disabled"#))
            #expect(page.contains(#"name="mark-uv-3" value="excused" disabled"#))
            #expect(page.contains(#"name="mark-uv-3" value="present">"#))
        }
    }

    @Test func theGaugeSaysTheRuleOfTheRound() async throws {
        try await PreparedRound.run(.issuing, marks: [0: .present, 1: .present, 2: .present, 5: .excused]) { round in
            let live = try await round.visitor(.secretary).open("presence/live")
            let quorum = try live.member("quorum").looseObject()
            // Five are summoned; two thirds of them are needed.
            #expect(try quorum.member("summoned").integer() == 5)
            #expect(try quorum.member("needed").integer() == 4)
            #expect(try quorum.member("short").integer() == 1)
            #expect(try quorum.member("holds").value == .bool(false))
            #expect(try quorum.member("share").integer() == 60)
            #expect(try quorum.member("angle").integer() == 144)
        }
    }

    @Test func onlySecretariesTakePresence() async throws {
        try await PreparedRound.run(.issuing) { round in
            for role in [Role.board, .signer, .admin] {
                let found3 = try await round.visitor(role).open("presence")
                #expect(found3.status == 403)
                let found4 = try await round.visitor(role).open("presence/live")
                #expect(found4.status == 403)
                let found5 = try await round.visitor(role).send(["all": "present"], to: "presence")
                #expect(found5.status == 403)
            }
            let secretary = round.visitor(.secretary)
            let found6 = try await secretary.send(["all": "present"], to: "presence", token: "AAAA")
            #expect(found6.status == 403)
        }
    }

    @Test func afterSealingItIsFixed() async throws {
        try await PreparedRound.run(.voting) { round in
            try await round.reach(.sealed)
            let secretary = round.visitor(.secretary)
            #expect(!(try await secretary.open("presence").text.contains(#"id="all-present""#)))
            let found7 = try await secretary.send(["mark-uv-1": "absent"], to: "presence")
            #expect(found7.status == 409)
        }
    }
}
