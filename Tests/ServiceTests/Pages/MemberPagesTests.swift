import Client
import Testing

@testable import Service

/// Where members come in, as far as the service answers; the rest is in the browser.
@Suite struct MemberPagesTests {
    private static let asPeople = ["Accept": "text/html"]

    @Test func aRoundUnderWayIsListedAndLeadsToItsPage() async throws {
        try await TestService.run { service in
            let empty = try await service.call("GET", "/v/", headers: Self.asPeople)
            #expect(empty.status == 200 && empty.text.contains("data-empty"))
            let round = try await TestRound.frozen(service, voters: 3, units: 1)
            let list = try await service.call("GET", "/v/", headers: Self.asPeople)
            #expect(list.text.contains(#"href="/v/\#(round.roundID)""#))
            #expect(list.text.contains(#"data-state="frozen""#))
            let page = try await service.call("GET", "/v/\(round.roundID)", headers: Self.asPeople)
            #expect(page.status == 200 && page.text.contains(#"data-round-id="\#(round.roundID)""#))
            #expect(page.headers["set-cookie"] == nil)
        }
    }

    @Test func aDraftIsNotListed() async throws {
        try await TestService.run { service in
            let name = try await service.staff("thuky", .secretary).createRound(TestRound.draft).round
            let list = try await service.call("GET", "/v/", headers: Self.asPeople)
            #expect(list.text.contains("data-empty"))
            let page = try await service.call("GET", "/v/\(name)", headers: Self.asPeople)
            #expect(page.status == 404, "it has no roundID yet")
        }
    }

    @Test func theRoundsNameLeadsToItsPageHoweverItIsTyped() async throws {
        try await TestService.run { service in
            let round = try await TestRound.frozen(service, voters: 3, units: 1)
            let spaced = round.name.prefix(5).lowercased() + "%20" + round.name.dropFirst(5)
            let asked = [
                "/v/\(round.name)", "/v/\(round.name.lowercased())", "/v/?round=\(round.name)", "/v/?round=\(spaced)",
                "/v/?round=https%3A%2F%2Fphieu.example%2Fv%2F\(round.roundID)%23ABC",
            ]
            for path in asked {
                let answer = try await service.call("GET", path, headers: Self.asPeople)
                let isLed =
                    answer.headers["location"] == "/v/\(round.roundID)"
                    || answer.text.contains(#"data-round-id="\#(round.roundID)""#)
                #expect(isLed, "\(path)")
            }
        }
    }

    @Test(arguments: ["/v/ABCDEFGHJK", "/v/?round=", "/v/?round=kh%C3%B4ng-c%C3%B3", "/v/%22%3E%3Cscript%3E"])
    func anUnknownRoundSaysWhatToDo(path: String) async throws {
        try await TestService.run { service in
            let answer = try await service.call("GET", path, headers: Self.asPeople)
            #expect(answer.status == 404 && answer.text.contains(#"data-code="unknown-round""#))
            #expect(answer.text.contains(#"name="round""#) && !answer.text.contains("<script>"))
        }
    }
}
