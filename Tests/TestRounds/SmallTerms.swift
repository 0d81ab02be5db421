import OpenSSLKit
public import Recognition
public import SecretBallot
import StrictEncoding

/// The terms of a round that is small enough for a test to freeze by itself.
public struct SmallTerms: Sendable {
    public static let issuerName = "phieukin.test"

    /// What signs the notes of seals.
    public static let log = NoteSigner(name: issuerName, seed: [UInt8](repeating: 7, count: 32))

    /// Of the voters uv-0, uv-1, …
    public let codes: [AccessCode]
    public let receiptKey = SigningKey()
    public let memberKey = SigningKey()
    public let boardKey = SigningKey()

    /// To be changed before they are frozen; of no relay and no gateway yet.
    public var terms: RoundTerms

    /// - Throws: an error of the cryptographic library.
    public init(
        voters: Int, units: Int = 1, criteria: [Criterion] = Criterion.four, in version: ProtocolVersion = .two
    ) throws {
        codes = try (0..<voters).map { _ in try AccessCode.random() }
        let half = CountingRule(Threshold(.moreThan, try Fraction(1, 2)), of: .summoned)
        terms = RoundTerms(
            kind: .recognition, title: "Thử", year: 2026,
            authority: try Authority(
                name: "Đảng ủy xã", parent: "Tỉnh ủy", kind: .grassrootsCommittee, place: "Bum Tở"),
            guidance: try GuidanceReference(id: "thu", sha256: Hash.digest([])),
            rules: try BallotRules(attendance: half, turnout: half, approval: half), criteria: criteria,
            units: try (1...units).map { try Unit(id: "cb-0\($0)", name: "Chi bộ \($0)", kind: .subordinateCell) },
            voters: try codes.enumerated().map {
                Voter(id: "uv-\($0)", name: "Ủy viên \($0)", credentialKey: try $1.credential(in: version).publicKey)
            },
            issuerName: Self.issuerName,
            board: CountingBoard(
                threshold: 1, members: [BoardMember(name: "Trưởng ban", key: memberKey.publicKey)],
                publicKey: boardKey.publicKey),
            service: ServiceKeys(receiptKey: receiptKey.publicKey, logKey: Self.log?.publicKey ?? []))
    }
}
