import Client
import Storage
import TestSupport
import Testing

@testable import Service

/// The round's page: one next step for each state, and nothing by mistake.
@Suite struct RoundPageTests {
    /// What the page of each state has for the secretary and for the board, by the hooks that its parts carry.
    private static let hooks: [Stage: (secretary: String, board: String)] = [
        .draft: (#"data-step="freeze""#, "/board"), .frozen: (#"data-step="issuing""#, "round-code"),
        .issuing: (#"data-step="voting""#, #"id="quorum""#), .voting: (#"data-step="closing""#, "slips-progress"),
        .closing: (#"data-step="seal""#, "slips-progress"),
        .sealed: ("data-count=\"slips\"", #"id="to-board""#), .opened: ("/results", "/documents/minutes"),
        .certified: ("/record", "/results"), .cancelled: (#"id="cancel-reason""#, #"id="cancel-reason""#),
    ]

    @Test(arguments: Stage.allCases)
    func eachStateShowsItsNextStep(stage: Stage) async throws {
        let hooks = try #require(Self.hooks[stage])
        try await PreparedRound.run(stage == .draft ? .draft : .frozen) { round in
            try await round.reach(stage)
            for (role, hook) in [(Role.secretary, hooks.secretary), (.board, hooks.board)] {
                for language in ["vi", "en"] {
                    let page = try await round.visitor(role).open(language: language)
                    #expect(page.status == 200 && page.text.contains(#"data-state="\#(stage.rawValue)""#))
                    #expect(page.text.contains(hook), "\(role) at \(stage): \(hook)")
                    #expect(page.text.contains("<html lang=\"\(language)\""))
                }
            }
            let steps = ["freeze", "issuing", "voting", "closing", "seal"].filter {
                hooks.secretary.contains("\"\($0)\"")
            }
            let shown = try await round.visitor(.secretary).open().text
            for step in ["freeze", "issuing", "voting", "closing", "seal"] {
                #expect(shown.contains("data-step=\"\(step)\"") == steps.contains(step), "\(step) at \(stage)")
            }
            #expect(!(try await round.visitor(.signer).open().text.contains("data-step=")))
        }
    }

    @Test func aDraftSaysWhatIsMissing() async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            let name = try await secretary.createRound(TestRound.draft).round
            let token = try await secretary.newToken(
                label: "thử", days: 1, password: TestService.staffPassword
            ).token
            func page() async throws -> String {
                try await service.call(
                    "GET", "/desk/rounds/\(name)",
                    headers: ["Authorization": "Bearer \(token)", "Accept": "text/html"]
                ).text
            }
            let empty = try await page()
            for item in ["units", "members", "cards", "board"] {
                #expect(empty.contains(#"<li class="" data-item="\#(item)">"#), "\(item) is missing")
            }
            #expect(!empty.contains(#"data-step="freeze""#))
            _ = try await secretary.setUnits(TestRound.units(2), of: name)
            let holds1 = try await page().contains(#"<li class="done" data-item="units">"#)
            #expect(holds1)
        }
    }

    @Test func aStepIsTakenOnlyWithItsWords() async throws {
        let steps: [(Stage, String, [String])] = [
            (.draft, "freeze", ["chốt", "CHỐT", "freeze"]), (.issuing, "voting", ["Mở bỏ phiếu", "open voting"]),
            (.voting, "closing", ["Kết thúc bỏ phiếu", "close voting"]), (.closing, "seal", ["niêm phong", "Seal"]),
            (.frozen, "cancel", ["hủy đợt", "huỷ đợt", "cancel round"]),
        ]
        var random = SeededRandom()
        for (stage, step, words) in steps {
            let right = try #require(words.randomElement(using: &random))
            try await PreparedRound.run(stage == .closing ? .voting : stage) { round in
                if stage == .closing { try await round.reach(.closing) }
                let secretary = round.visitor(.secretary)
                let before = try await round.detail
                for wrong in ["", "có", words[0] + "!"] {
                    let answer = try await secretary.send(["step": step, "confirmation": wrong, "reason": "Hoãn"])
                    #expect(answer.status == 422 && answer.text.contains(#"data-code="not-confirmed""#), "\(step)")
                }
                let holds2 = try await round.detail == before
                #expect(holds2)
                let answer = try await secretary.send([
                    "step": step, "confirmation": right, "reason": "Hoãn", "acknowledge": "without-ballot",
                    "acknowledge": "slips-missing",
                ])
                #expect(answer.status == 303, "\(step), \(right): \(answer.text)")
                let holds3 = try await round.detail != before
                #expect(holds3)
            }
        }
    }

    @Test func warningsAreAcknowledgedOnThePage() async throws {
        try await PreparedRound.run(.issuing, marks: [0: .present]) { round in
            let secretary = round.visitor(.secretary)
            let page = try await secretary.open().text
            for warning in ["few-present", "no-quorum"] {
                #expect(page.contains(#"name="acknowledge" value="\#(warning)""#))
            }
            let refused = try await secretary.send([
                "step": "voting", "confirmation": "mở bỏ phiếu", "acknowledge": "few-present",
            ])
            #expect(refused.status == 409 && refused.text.contains(#"data-code="unacknowledged-warnings""#))
            let taken = try await secretary.send([
                "step": "voting", "confirmation": "mở bỏ phiếu", "acknowledge": "few-present",
                "acknowledge": "no-quorum",
            ])
            #expect(taken.status == 303)
            let holds4 = try await round.secretary.round(round.name).summary.state == .voting
            #expect(holds4)
        }
    }

    @Test func onlyWhoMayTakesAStepAndOnlyFromOurPage() async throws {
        try await PreparedRound.run(.voting) { round in
            let before = try await round.detail
            for role in [Role.board, .signer, .admin] {
                let answer = try await round.visitor(role).send([
                    "step": "closing", "confirmation": "kết thúc bỏ phiếu",
                ])
                #expect(answer.status == 403, "\(role)")
            }
            let secretary = round.visitor(.secretary)
            for token in ["", "AAAA", FormGuard.token(for: [1, 2, 3])] {
                let answer = try await secretary.send(
                    ["step": "closing", "confirmation": "kết thúc bỏ phiếu"], token: token)
                #expect(answer.status == 403 && answer.text.contains(#"data-code="stale-form""#))
            }
            let found1 = try await secretary.send(["step": "explode"])
            #expect(found1.status == 400)
            let holds5 = try await round.detail == before
            #expect(holds5)
            let stranger = try await round.service.call(
                "GET", "/desk/rounds/\(round.name)", headers: ["Accept": "text/html"])
            #expect([303, 307, 302].contains(stranger.status) || stranger.text.contains("/sign-in"))
        }
    }

    @Test func freezingShowsItsProgressAndThenTheCode() async throws {
        try await PreparedRound.run(.draft) { round in
            let secretary = round.visitor(.secretary)
            let before = try await secretary.open("freeze").text
            #expect(!before.contains("<progress") && !before.contains(#"id="round-code""#))
            _ = try await secretary.send(["step": "freeze", "confirmation": "chốt"])
            _ = try await secretary.open("freeze")
            _ = try await round.secretary.freeze(round.name, every: .milliseconds(20)) { _ in }
            let code = try #require(try await round.secretary.round(round.name).roundCode)
            let found2 = try await secretary.open("freeze")
            #expect(found2.text.contains(code))
            let found3 = try await secretary.open()
            #expect(found3.text.contains(code))
        }
    }
}
