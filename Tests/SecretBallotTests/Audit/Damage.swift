import StrictEncoding
import Testing

@testable import SecretBallot

/// One thing wrong in an otherwise whole round, sealed and signed again with all keys, and all that an audit may say
/// of it.
struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String

    /// Each as the fault describes itself; a slip's place in its box, which is random, is `*`.
    let faults: [String]
    var stage = AuditStage.certified

    /// Nil for what may happen to a round of any version.
    var round: (@Sendable () throws -> SmallRound)?

    /// Those in which it may happen.
    var versions = ProtocolVersion.allCases
    var ground: @Sendable (inout RoundGround) throws -> Void = { _ in }
    var sealed: @Sendable (inout SealedRoundParts) throws -> Void = { _ in }
    var record: @Sendable (inout MemoryRecord, SealedRoundParts) throws -> Void = { _, _ in }

    init(_ name: String, _ faults: String...) {
        testDescription = name
        self.faults = faults
    }

    func audited(in version: ProtocolVersion) throws -> AuditReport {
        var ground = try round.map { try DamageRounds.ground(of: $0()) } ?? DamageRounds.ground(version)
        try self.ground(&ground)
        var parts = try SealedRoundParts(ground)
        try sealed(&parts)
        var record = try parts.record()
        try self.record(&record, parts)
        return Audit.run(record, through: stage)
    }

    // MARK: - One change each

    func on(_ round: @escaping @Sendable () throws -> SmallRound) -> Damage {
        changed { ($0.round, $0.versions) = (round, [.one]) }
    }

    func only(in version: ProtocolVersion) -> Damage { changed { $0.versions = [version] } }

    func through(_ stage: AuditStage) -> Damage { changed { $0.stage = stage } }

    func inGround(_ change: @escaping @Sendable (inout RoundGround) throws -> Void) -> Damage {
        changed { $0.ground = change }
    }

    func afterSeal(_ change: @escaping @Sendable (inout SealedRoundParts) throws -> Void) -> Damage {
        changed { $0.sealed = change }
    }

    func inRecord(_ change: @escaping @Sendable (inout MemoryRecord, SealedRoundParts) throws -> Void) -> Damage {
        changed { $0.record = change }
    }

    private func changed(_ change: (inout Damage) -> Void) -> Damage {
        var damage = self
        change(&damage)
        return damage
    }
}

/// The rounds that damages are made in, each made once: three voters cast, a fourth is present, a fifth absent.
enum DamageRounds {
    static let five = Result { try SmallRound(voters: 5) }
    private static let fiveInTwo = Result { try SmallRound(in: .two, voters: 5, issuers: five.get().issuers) }
    private static let grounds = Result {
        [
            ProtocolVersion.one: try ground(of: five.get()), .two: try ground(of: fiveInTwo.get()),
        ]
    }

    static func ground(_ version: ProtocolVersion) throws -> RoundGround {
        try #require(try grounds.get()[version])
    }

    /// Two members on the board, the first of them the round's: no single device can open it in this version.
    static let board = Result {
        try SmallRound(voters: 5, issuers: five.get().issuers) { terms in
            let other = BoardMember(name: "Ủy viên", key: try stranger().publicKey)
            terms.board = CountingBoard(
                threshold: 1, members: terms.board.members + [other], publicKey: terms.board.publicKey)
        }
    }

    /// The first and the last contest's token keys have a prime in common.
    static let sharedPrime = Result {
        let issuers = try five.get().issuers
        let weak = try SharedPrimeKeys.issuers()
        return try SmallRound(voters: 5, issuers: [weak.0, issuers[1], issuers[2], weak.1])
    }

    static func ground(of round: SmallRound) throws -> RoundGround {
        try RoundGround(
            round,
            [
                [.first, .first, .second, .blank], [.first, .second, .first, .first], [.first, .first, .first, .blank],
            ])
    }

    /// A key that belongs to nobody in a round but the board's second member.
    static func stranger() throws -> SigningKey { try SigningKey([UInt8](repeating: 5, count: 32)) }
}
