import Decisions
import OfficialDocuments
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import Typesetting

/// Decisions that follow from a round nobody held, and all that is needed to print, sign and verify them.
struct SyntheticDecisions: Sendable {
    static let signedAt: Int64 = 1_797_580_000

    let press: DecisionPress
    let signing: DecisionSigning
    let verifier: DecisionVerifier
    let identity: SigningIdentity
    private let context: DecisionContext
    private let outcomes: RoundOutcomes
    private let ground: DecisionGround

    /// - Throws: `TypesettingError.missingFont`, `OpenSSLError`, `MalformedInput`, `BenchFault`.
    init(units count: Int) throws {
        guard let profile = try GuidanceProfile.bundled("lai-chau-05-hd-tu"),
            let logKey = NoteSigner(name: "bench.phieukin.invalid", seed: try SecretBytes(random: 32).unwipedCopy)
        else { throw BenchFault("the bundled guidance profile is missing") }
        let typesetter = try Typesetter()
        press = DecisionPress(
            forms: FormLibrary(templates: try .bundled(), typesetter: typesetter), address: "https://phieukin.invalid",
            logKey: logKey)
        signing = DecisionSigning(typesetter: typesetter)
        let (identity, anchors) = try SyntheticIdentity.withAuthority(at: Self.signedAt)
        (self.identity, verifier) = (identity, DecisionVerifier(anchors: anchors))
        outcomes = try Self.outcomes(units: count, profile)
        context = DecisionContext(
            authority: try Authority(
                name: SyntheticIdentity.body, parent: "Đảng bộ tỉnh Lai Châu", kind: .grassrootsCommittee,
                place: "Bum Tở"),
            year: 2026, profile: profile,
            guidance: try GuidanceReference(id: profile.id, sha256: Hash.digest(profile.bytes)),
            round: try RoundReference(roundID: Hash.digest([1]), boxRoot: Hash.digest([2])),
            signer: try Signer(name: SyntheticIdentity.name, position: "Bí thư"))
        ground = DecisionGround(
            citation: profile.document.citation, ballotDate: try CalendarDate(parsing: "2026-12-18"))
    }

    private static func outcomes(units count: Int, _ profile: GuidanceProfile) throws -> RoundOutcomes {
        let criteria = profile.criteria.map(\.value)
        let units = try (0..<count).map { number in
            try Unit(id: "cb-\(number)", name: "Chi bộ thôn số \(number)", kind: .subordinateCell)
        }
        let tallies = try (0..<count * criteria.count).map { contest in
            try ContestTally(contest: contest, counts: SlipCounts(first: 12, second: 1, blank: 0, invalid: 0))
        }
        return try RoundOutcomes(
            of: .recognition, rules: profile.rules, units: units, criteria: criteria, tallies: tallies,
            counts: RoundCounts(summoned: 13, present: 13, issued: 13))
    }

    /// A decision on one unit, signed.
    func decision(_ number: Int) throws -> [UInt8] {
        try signed([outcomes.units[number % outcomes.units.count].unit.id], number: number % 99_999 + 1)
    }

    /// A decision on all units, with its annex, signed.
    func annex() throws -> [UInt8] { try signed(outcomes.units.map(\.unit.id), number: 1) }

    private func signed(_ units: [String], number: Int) throws -> [UInt8] {
        let date = try CalendarDate(parsing: "2026-12-20")
        let number = try DecisionNumber(number, body: "ĐU")
        let decisions = try units.map { unit in
            try ExactDecision(
                DecisionStatement.draft(for: unit, in: outcomes, context: context, number: number, date: date))
        }
        let unsigned = try press.recognition(decisions, on: ground, at: Self.signedAt)
        return try signing.sign(
            unsigned.pdf, as: .signer, by: identity, on: unsigned.text, at: Self.signedAt,
            trusting: verifier
        ).attached()
    }
}
