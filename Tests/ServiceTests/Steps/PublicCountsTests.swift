import Client
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import TestSupport
import Testing

@testable import Service

/// What anybody is told of a round's counts is what an audit of its downloaded record counts.
@Suite struct PublicCountsTests {
    /// Every count is another: 6 voters, one excused, four present, three with tokens, two ballots cast, one found.
    private static func certified(_ round: TestRound) async throws {
        var devices: [VotingDevice] = []
        for index in 0..<2 { devices.append(try await round.vote(index, [Choice](repeating: .first, count: 8))) }
        _ = try await round.device(2)
        try await round.open(round.seal([devices[0]]))
        try await round.secretary.certify(round.name, acknowledging: ["unanimous"])
    }

    private static func run(_ body: @escaping @Sendable (TestRound, AuditReport) async throws -> Void) async throws {
        let marks: [Int: AttendanceMark] = [0: .present, 1: .present, 2: .present, 3: .present, 4: .excused]
        try await PreparedRound.run(marks: marks) { round in
            try await Self.certified(round)
            let report = try await TemporaryFolder.use { folder in
                Audit.run(try await round.record(in: folder), expecting: round.roundID)
            }
            #expect(report.faults == [])
            try await body(round, report)
        }
    }

    @Test func theStatusCountsAsTheRecordDoes() async throws {
        try await Self.run { round, report in
            let slips = report.collected.reduce(0, +)
            #expect(report.issuedCount == 3 && slips == 16 && report.foundCount == 1)
            let attendance = try #require(report.outcomes?.attendance)
            let turnout = try await round.service.voter.status(of: round.roundID).turnout
            #expect(turnout?.summoned == attendance.baseCount && turnout?.present == attendance.count)
            #expect(turnout?.issued == report.issuedCount && turnout?.slips == slips)
            let status = try await round.service.call("GET", round.voterPath)
            #expect(try status.member("finders").value.isEquivalent(to: report.finders.json))
            let told = try await round.service.call(
                "GET", "/rounds/\(round.roundID)/events", headers: ["Accept": "application/json"])
            #expect(try told.member("found").integer() == report.foundCount)
            #expect(try told.member("finders").value.isEquivalent(to: report.finders.json))
        }
    }

    @Test func thePublicPageShowsTheSame() async throws {
        try await Self.run { round, report in
            let page = try await round.service.call(
                "GET", "/rounds/\(round.roundID)", headers: ["Accept": "text/html"]
            ).text
            let shown = page.matches(of: /<div><dt>([^<]+)<\/dt><dd>([0-9.]+)<\/dd><\/div>/).map {
                "\($0.output.1) \($0.output.2)"
            }
            let attendance = try #require(report.outcomes?.attendance)
            #expect(
                shown == [
                    "Được triệu tập \(attendance.baseCount)", "Có mặt \(attendance.count)",
                    "Đã nhận phiếu \(report.issuedCount)", "Lá phiếu trong hòm \(report.collected.reduce(0, +))",
                ])
            let counts = report.tallies.map(\.counts.first)
            let cells = page.matches(of: /<b>(\d+)<\/b> \//).compactMap { Int($0.output.1) }
            #expect(cells == counts)
        }
    }
}
