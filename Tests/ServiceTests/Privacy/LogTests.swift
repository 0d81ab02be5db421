import Client
import Foundation
import SecretBallot
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// What the service writes down while it runs.
@Suite struct LogTests {
    @Test func nothingLoggedTellsOfVotersOrSlips() async throws {
        try await CertifiedRound.run { certified in
            let (round, service) = (certified.round, certified.service)
            // Refusals are logged no more than the rest.
            _ = try await round.cast([1, 2, 3])
            _ = try await service.call("GET", "/api/v1/nowhere/\(round.roundID)?voter=uv-1")
            _ = try await service.call("POST", round.voterPath + "/tokens", Array("{".utf8))
            let admin = try await service.admin
            let token = try await admin.newToken(label: "x", days: 1, password: TestService.adminPassword).token
            _ = try await certified.decide()
            let secrets =
                [round.roundID.description, "uv-", "127.0.0.1:", TestService.adminPassword, token, "/api/v1"]
                + round.codes.map(\.printed) + (try await Self.names(of: round))
            #expect(service.logs.text.contains("listening on"), "the sink is in use")
            let lines = service.logs.text.split(separator: "\n").filter { !$0.contains("listening on") }
            for line in lines {
                for secret in secrets { #expect(!line.contains(secret), "\(line)") }
            }
        }
    }

    /// Every slip of the box by all its names.
    private static func names(of round: TestRound) async throws -> [String] {
        let boxes = try BoxContents(try await round.service.voter.boxes(of: round.manifest), of: round.manifest)
        return try boxes.boxes.joined().flatMap { bytes in
            let slip = try Slip(bytes)
            let start = Base64URL.encode(bytes).prefix(40)
            return [Base64URL.encode(slip.id), slip.trackingCode, String(start.dropFirst(10))]
        }
    }

    @Test func theServersOwnFaultsAreLoggedByRoute() async throws {
        try await PreparedRound.run { round in
            _ = try await round.seal([])
            try FileManager.default.removeItem(atPath: TestFolder.boxes(of: round))
            let answer = try await round.service.call("GET", round.voterPath + "/boxes")
            #expect(answer.status >= 400 && !answer.text.contains(round.service.folder))
            #expect(!round.service.logs.text.contains("/api/v1/rounds/\(round.roundID)"))
        }
    }

    /// Who is signed in and asks for what is not theirs, at either door: one line a minute for each account and right.
    @Test func refusedRightsAreLoggedOnceAMinute() async throws {
        try await TestService.run { service in
            let secretary = try await service.staff("thuky", .secretary)
            for _ in 0..<3 { _ = await refusal { _ = try await secretary.accounts() } }
            try await PageVisitor.visit(service) { visitor in
                _ = try await visitor.signIn("thuky")
                let page = try await visitor.get("/desk/journal")
                #expect(page.status == 403)
            }
            _ = await refusal { _ = try await StaffClient(service.connection, token: "x").accounts() }
            #expect(Self.refusals(service) == ["seeAccounts 0", "readJournal 0"], "strangers are not in it")
            service.time.advance(by: RefusalLog.seconds)
            _ = await refusal { _ = try await secretary.accounts() }
            _ = await refusal { _ = try await secretary.accounts() }
            #expect(Self.refusals(service).last == "seeAccounts 2" && Self.refusals(service).count == 3)
            let journal = try await service.admin.journal().filter { $0.account == "thuky" }
            #expect(Set(journal.map(\.action)) == ["session.begin"], "nobody fills the journal so")
        }
    }

    private static func refusals(_ service: TestService) -> [String] {
        service.logs.text.split(separator: "\n").filter { $0.contains("a right was refused") }.map { line in
            #expect(line.contains("thuky") && line.hasPrefix("notice"))
            let right = line.firstMatch(of: /"right": ([A-Za-z]+)/)?.output.1 ?? ""
            let unsaid = line.firstMatch(of: /"unsaid": ([0-9]+)/)?.output.1 ?? ""
            return "\(right) \(unsaid)"
        }
    }

    @Test func metricsNameRoutesOnly() async throws {
        try await PreparedRound.run { round in
            _ = try await round.vote(0, [Choice](repeating: .first, count: 8))
            _ = try await round.service.call("GET", "/api/v1/nowhere?voter=uv-1")
            _ = try await round.service.call("PURGE", "/api/v1/rounds/\(round.roundID)")
            let lines = try await round.service.call("GET", "/metrics").text.split(separator: "\n")
            let casts = #"phieukin_requests_total{route="POST /api/v1/rounds/{roundID}/slips",status="200"} 8"#
            #expect(lines.map(String.init).contains(casts))
            let routes = Set(try await Routes.ofTheService().map { "\($0.method) \($0.path)" })
            let pattern = /phieukin_requests_total\{route="([^"]*)",status="[0-9]{3}"\} [0-9]+/
            for line in lines where line.hasPrefix("phieukin_requests_total") {
                let route = try #require(line.wholeMatch(of: pattern)).output.1
                #expect(routes.contains(String(route)) || route.hasSuffix(" NotFound"), "\(line)")
            }
        }
    }
}
