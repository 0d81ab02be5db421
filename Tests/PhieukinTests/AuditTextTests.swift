import ArgumentParser
import Recognition
import StrictEncoding
import Testing

@testable import SecretBallot
@testable import phieukin

/// What the command says of an audit, and how it ends.
struct AuditTextTests {
    private func report(found: Int, collected: [Int]) throws -> AuditReport {
        var report = AuditReport()
        report.manifest = try VectorRound.manifest()
        let nothing = [UInt8](repeating: 0, count: 32)
        report.seal = try Seal(
            Seal.Parts(boxRoot: nothing, attendanceHash: nothing, rollHash: nothing),
            of: report.manifest?.roundID ?? RoundID([]), contestCount: 8, in: .one)
        (report.foundCount, report.issuedCount, report.collected) = (found, 3, collected)
        return report
    }

    /// As `audit` and `verify --record` do.
    @Test func endsByWhatItFound() throws {
        let (clean, contradicted) = (
            try report(found: 3, collected: [3, 3]), try report(found: 3, collected: [3, 2])
        )
        var (level, overstated) = (clean, clean)
        (level.mixedCount, overstated.mixedCount) = (3, 4)
        for report in [clean, level, nil] { #expect(throws: Never.self) { try Failure.end(holds: true, report) } }
        for report in [contradicted, overstated] {
            #expect(throws: ExitCode(3)) { try Failure.end(holds: true, report) }
        }
        for report in [clean, contradicted, overstated, nil] {
            #expect(throws: ExitCode(1)) { try Failure.end(holds: false, report) }
        }
    }

    @Test func saysThatRelaysOverstate() throws {
        var report = try report(found: 3, collected: [3, 3])
        report.mixedCount = 3
        #expect(AuditText(report).lines(inEnglish: false).last == "Tất cả đều đúng.")
        report.mixedCount = 4
        let lines = AuditText(report).lines(inEnglish: false)
        #expect(lines.contains { $0.hasPrefix("!!! Trạm báo thừa: ") && $0.contains("của 4 người") })
        #expect(lines.last?.contains("nhiều phiếu hơn số đã phát") == true)
    }

    @Test func saysAContradictionInWordsAndInJSON() throws {
        let report = try report(found: 3, collected: [2, 2])
        let findings = AuditFindings(report: report, decisions: nil)
        let lines = findings.lines(inEnglish: false)
        #expect(lines.contains { $0.hasPrefix("!!! Mâu thuẫn: 3 người") })
        #expect(!lines.contains { $0.contains("nhiều nhất") || $0 == "Tất cả đều đúng." })
        let json = String(decoding: findings.json.encoded(), as: UTF8.self)
        #expect(json.contains(#""contradictions":[{"contest":0,"collected":2,"found":3}"#))
        #expect(!json.contains("foreignAtMost"))
    }

    @Test func saysWhoOpensTheBox() throws {
        var report = try report(found: 3, collected: [3, 3])
        #expect(AuditText(report).lines(inEnglish: false).contains { $0.contains("một người giữ khóa mở hòm") })
        let manifest = try VectorRound.manifest()
        var terms = manifest.terms
        for (members, threshold, isSaid) in [(2, 2, false), (3, 2, false), (4, 2, true), (4, 3, false), (9, 4, true)] {
            let board = (1...members).map { BoardMember(name: "\($0)", key: SigningKey().publicKey) }
            terms.board = CountingBoard(threshold: threshold, members: board, publicKey: manifest.board.publicKey)
            report.manifest = try terms.frozen(tokenKeys: manifest.contests.map(\.tokenKey))
            let lines = AuditText(report).lines(inEnglish: true)
            let line = lines.first { $0.contains("\(threshold) of \(members) members") }
            #expect(line?.contains("two groups") == isSaid, "\(threshold) of \(members)")
        }
    }

    @Test func saysThatNobodySignedTheTimeOfSealing() throws {
        var report = try report(found: 3, collected: [3, 3])
        #expect(!AuditText(report).lines(inEnglish: true).contains { $0.contains("sealed at") })
        report.sealedAt = 5
        let line = AuditText(report).lines(inEnglish: true).first { $0.contains("sealed at 01/01/1970 07:00:05") }
        #expect(line?.contains("no signature is over that time") == true)
    }

    /// For whoever holds the printed minutes: what nothing else checks.
    @Test func printsWhatTheMinutesSay() throws {
        var report = try report(found: 3, collected: [3, 3])
        #expect(CountsText(report) == nil, "of boxes that could not be counted")
        report.outcomes = try VectorRound.outcomes()
        let (vi, en) = (CountsText(report)?.lines(inEnglish: false), CountsText(report)?.lines(inEnglish: true))
        #expect(vi?.contains("    phiếu phát ra: 24") == true && en?.contains("    slips issued: 24") == true)
        #expect(vi?.contains("    phiếu để trống: 1") == true && vi?.contains("    phiếu thu vào: 24") == true)
        let criteria = try VectorRound.manifest().criteria.map(\.name)
        for row in ["1.1 \(criteria[0]): 3 3 0 0 0", "1.3 \(criteria[2]): 3 1 2 0 0", "2.2 \(criteria[1]): 3 2 0 1 0"] {
            #expect(vi?.contains("    \(row)") == true && en?.contains("    \(row)") == true, "\(row)")
        }
        #expect(vi?.contains { $0.hasPrefix("1. ") && $0.hasSuffix(": không được công nhận") } == true)
        #expect(en?.contains { $0.hasPrefix("1. ") && $0.hasSuffix(": not recognised") } == true)
    }

    @Test func saysHowManyCanBeForeign() throws {
        let lines = AuditText(try report(found: 2, collected: [3, 2])).lines(inEnglish: true)
        #expect(lines.contains { $0.contains("at most 1 slips a contest can be foreign, if they tell the truth") })
        #expect(lines.last == "All of it holds.")
    }
}
