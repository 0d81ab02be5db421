import BallotTokens
import SecretBallot

/// What is measured without a service: signing, checking, opening, auditing.
struct InProcessLoad: Sendable {
    struct OneCore {
        let signs, slipChecks, openings: Double
    }

    struct AllCores {
        let signs, slipChecks, openings, audits: Double
    }

    private let issuers: [TokenIssuer]
    private let requests: [TokenRequest]
    private let slips: [[UInt8]]
    private let check: SlipCheck
    private let opening: HPKEOpening
    private let record: String
    private let recordSlips: Int
    private let repetition: Repetition

    /// - Parameters:
    ///   - record: the archive of a record.
    ///   - seconds: how long each measurement takes.
    init(_ round: SyntheticRound, _ ballots: [SyntheticBallot], record: String, seconds: Double) throws {
        issuers = round.issuers
        requests = ballots.flatMap(\.tokenRequests)
        slips = ballots.flatMap(\.slips)
        check = try SlipCheck(round.manifest)
        opening = try HPKEOpening()
        self.record = record
        recordSlips = try Self.audit(record)
        repetition = Repetition(seconds: seconds)
    }

    func oneCore() throws -> OneCore {
        OneCore(
            signs: try repetition.oneCore(sign), slipChecks: try repetition.oneCore(checkSlip),
            openings: try repetition.oneCore { _ in try opening() })
    }

    func allCores() async throws -> AllCores {
        AllCores(
            signs: try await repetition.allCores(sign), slipChecks: try await repetition.allCores(checkSlip),
            openings: try await repetition.allCores { [opening] _ in try opening() }, audits: try audits())
    }

    /// The requests follow one another as a voter's batch does: each for the next contest's key.
    @Sendable private func sign(_ number: Int) throws {
        let number = number % requests.count
        _ = try issuers[number % issuers.count].issue(requests[number])
    }

    @Sendable private func checkSlip(_ number: Int) throws { _ = try check.checked(slips[number % slips.count]) }

    /// Slips audited a second.
    private func audits() throws -> Double {
        let stopwatch = Stopwatch()
        let count = try Self.audit(record)
        return Double(count) / stopwatch.seconds
    }

    /// - Returns: how many slips the record has.
    /// - Throws: `BenchFault` unless it holds.
    private static func audit(_ record: String) throws -> Int {
        let report = Audit.run(try ArchivedRecord(path: record))
        guard report.holds else { throw BenchFault("the audit found \(report.faults.first?.description ?? "faults")") }
        return report.checked[.slip] ?? 0
    }
}
