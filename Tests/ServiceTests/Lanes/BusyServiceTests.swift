import Client
import NIOCore
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// A live round's work waits for nobody else's.
@Suite struct BusyServiceTests {
    @Test func membersVoteWhileAllOtherWorkStandsStill() async throws {
        try await PreparedRound.run(.voting) { round in
            try await LaneKind.filling(LaneKind.allCases.filter { $0 != .live }, of: round.service.lanes) {
                let contests = round.manifest.contests.count
                try await round.vote(0, [Choice](repeating: .first, count: contests))
                let status = try await round.service.voter.status(of: round.roundID)
                #expect(status.turnout?.slips == contests)
                // The room's screen, and marking who came.
                #expect(try await round.service.call("GET", "/rounds/\(round.roundID)/screen").status == 200)
                #expect(try await round.visitor(.secretary).open("presence").status == 200)
                try await round.secretary.setPresence([(round.voterID(1), .present)], of: round.name)
            }
        }
    }

    @Test func signInsBeyondTheLaneAreRefusedWithATime() async throws {
        try await TestService.run { service in
            let plan = SignInWork.plan(cores: System.coreCount)
            try await Gate.closing(service.lanes.signIns, cores: System.coreCount, waiting: plan.queue) {
                let body: JSONValue = ["name": "ai-do", "password": "mot-mat-khau-nao-do"]
                let answer = try await service.call("POST", "/api/v1/staff/session", body.encoded())
                #expect(answer.status == 503 && answer.code == "overloaded")
                #expect((answer.headers["retry-after"].flatMap(Int.init) ?? 0) > 0)
                let metrics = try await service.call("GET", "/metrics").text
                #expect(metrics.contains("phieukin_lane_refused_total{lane=\"sign-ins\"} 1"))
            }
            // It is no fault of the server's: nobody is woken.
            #expect(!service.logs.text.contains("request failed"))
            _ = try await service.admin
        }
    }

    @Test func aPageSaysSoToPeople() async throws {
        try await TestService.run { service in
            let plan = SignInWork.plan(cores: System.coreCount)
            try await PageVisitor.visit(service) { visitor in
                try await Gate.closing(service.lanes.signIns, cores: System.coreCount, waiting: plan.queue) {
                    let page = try await visitor.signIn("quantri", TestService.adminPassword)
                    #expect(page.status == 503 && page.headers["retry-after"] != nil)
                    #expect(page.text.contains("hãy chờ một lát rồi thử lại"))
                }
                #expect(try await visitor.signIn("quantri", TestService.adminPassword).status == 303)
            }
        }
    }
}
