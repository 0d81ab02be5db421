import Client
import Testing

@testable import Service

/// The form of a new round.
@Suite struct NewRoundPageTests {
    private static let page = "/desk/rounds/new"

    private static let fields = [
        "kind": "recognition", "title": "Xét, công nhận năm 2026", "year": "2026",
        "authorityName": "Đảng ủy xã Bum Tở", "authorityParent": "Đảng bộ tỉnh Lai Châu",
        "authorityKind": "grassroots-committee", "authorityPlace": "Bum Tở", "guidance": "lai-chau-05-hd-tu",
        "body": "ĐU",
    ]

    @Test func aFilledFormMakesARoundAndLeadsOn() async throws {
        try await SecretaryVisit.run { visit in
            let answer = try await visit.visitor.submit(Self.page, from: Self.page, Self.fields)
            let round = try #require(try await visit.secretary.rounds().first)
            #expect(answer.status == 303 && answer.location == "/desk/rounds/\(round.round)/units")
            #expect(round.title == "Xét, công nhận năm 2026" && round.year == 2026)
            let next = try await visit.visitor.get(Self.page)
            #expect(next.text.contains("value=\"Đảng ủy xã Bum Tở\""), "the next round begins with the same body")
        }
    }

    @Test func everyFaultStandsAtItsField() async throws {
        try await SecretaryVisit.run { visit in
            let wrong = ["title": "", "year": "26", "body": "đu", "kind": "another", "guidance": "none"]
            let answer = try await visit.visitor.submit(
                Self.page, from: Self.page, Self.fields.merging(wrong) { $1 })
            #expect(answer.status == 400)
            for field in wrong.keys {
                #expect(answer.text.contains(try Regex("id=\"\(field)-fault\">[^<]")), "\(field)")
            }
            #expect(answer.text.contains("id=\"authorityName-fault\"></small>"))
            #expect(answer.text.contains("value=\"Đảng ủy xã Bum Tở\""), "nobody types it again")
            let found1 = try await visit.secretary.rounds()
            #expect(found1.isEmpty)
        }
    }

    @Test func aGuidanceThatGivesTheBodyNothingIsRefused() async throws {
        try await SecretaryVisit.run { visit in
            let answer = try await visit.visitor.submit(
                Self.page, from: Self.page, Self.fields.merging(["authorityKind": "bloc-standing-committee"]) { $1 })
            #expect(answer.status == 400 && answer.text.contains("không giao thẩm quyền"))
            let found2 = try await visit.secretary.rounds()
            #expect(found2.isEmpty)
        }
    }

    @Test func otherRulesAreTakenOneByOne() async throws {
        try await SecretaryVisit.run { visit in
            let other = ["approval": "atLeast-2-3-summoned", "turnout": "atLeast-9-1-summoned"]
            _ = try await visit.visitor.submit(Self.page, from: Self.page, Self.fields.merging(other) { $1 })
            let round = try #require(try await visit.secretary.rounds().first?.round)
            let detail = try await visit.visitor.get("/api/v1/staff/rounds/\(round)")
            #expect(detail.text.contains(#""approval":{"atLeast":[2,3],"of":"summoned"}"#))
            #expect(detail.text.contains(#""turnout":{"moreThan":[1,2],"of":"summoned"}"#), "the guidance's")
        }
    }

    @Test func withoutTheFormsTokenNothingIsMade() async throws {
        try await SecretaryVisit.run { visit in
            let answer = try await visit.visitor.post(Self.page, Self.fields)
            #expect(answer.status == 403)
            let found3 = try await visit.secretary.rounds()
            #expect(found3.isEmpty)
        }
    }

    @Test func onlySecretariesMakeRounds() async throws {
        try await TestService.run { service in
            _ = try await service.staff("kiemphieu", .board)
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("kiemphieu")
                let found4 = try await visitor.get(Self.page)
                #expect(found4.status == 403)
                let token = try #require(try await visitor.get("/desk").formToken)
                let answer = try await visitor.post(Self.page, Self.fields.merging(["form": token]) { $1 })
                #expect(answer.status == 403)
            }
        }
    }
}
