import Recognition
import StrictEncoding

@testable import SecretBallot

extension Damage {
    /// The board's shares, and the key that follows from them.
    static let ofOpening: [Damage] = [
        opening("no share", "the board opens with the shares of 1 members") { $0.shares = [] },
        opening("a share twice", "member 0 gave a share twice") { $0.shares += $0.shares },
        opening("a share by a stranger", "the signature of member 0 over the share does not hold for this seal") {
            $0.shares = [try share(of: $0, signedBy: try DamageRounds.stranger())]
        },
        opening("a share for another seal", "the signature of member 0 over the share does not hold for this seal") {
            var other = $0.ground
            other.sealedRoll = [UInt8](repeating: 0, count: 32)
            $0.shares = [try share(of: $0, for: other.seal())]
        },
        opening("a member that the board does not have", "the board has no member 1") {
            $0.shares.append(try share(of: $0, as: 1))
        },
        opening("another key shared", "the key is not the private key of the board's public key in the manifest") {
            let key = try DamageRounds.stranger().scalar
            $0.shares = [
                try BoardShare(member: 0, share: key, for: $0.seal, signedBy: $0.ground.round.memberKey)
            ]
            $0.openingKey = key
        },
        opening("another key claimed", "the key is not the private key of the board's public key in the manifest") {
            $0.openingKey = try DamageRounds.stranger().scalar
        },
        Damage("a board of several", "opening: opening.json: a board of several opens only beside its transcript")
            .on { try DamageRounds.board.get() }.through(.opened)
            .inGround { ground in
                let manifest = ground.round.manifest
                ground.freeze.append(
                    try FreezeSignature(member: 1, of: manifest, signedBy: DamageRounds.stranger()))
            },
    ]

    /// A box that is not opened is not counted either.
    private static func opening(
        _ name: String, _ fault: String, _ change: @escaping @Sendable (inout SealedRoundParts) throws -> Void
    ) -> Damage {
        Damage(
            name, "opening: opening.json: \(fault)", "tally: tally.json: the boxes could not be counted",
            "minutes: member 0: the signature is not over this count"
        ).afterSeal(change)
    }

    private static func share(
        of parts: SealedRoundParts, as member: Int = 0, for seal: Seal? = nil, signedBy key: SigningKey? = nil
    ) throws -> BoardShare {
        let round = parts.ground.round
        return try BoardShare(
            member: member, share: round.boardKey.scalar, for: seal ?? parts.seal, signedBy: key ?? round.memberKey)
    }

    /// The count, what follows from it, and the signatures under it.
    static let ofCount: [Damage] = [
        Damage("a vote moved", "tally: contest 0: the slips in the box say otherwise").inRecord { record, parts in
            let manifest = parts.ground.round.manifest
            var tallies = Audit.run(record).tallies
            tallies[0] = try ContestTally(contest: 0, counts: SlipCounts(first: 2, second: 1, blank: 0, invalid: 0))
            record.documents[.tally] = TallyDocument(tallies).bytes(of: manifest)
        },
        tally("the tally of another round", "tally.roundID: wrong-value (another round's)") {
            $0.setting("roundID", to: .bytes([UInt8](repeating: 0, count: 32)))
        },
        tally("contests in another order", "tally.contests: wrong-value (each contest once, in order)") {
            $0.changing("contests") { if case .array(let list) = $0 { .array(list.reversed()) } else { $0 } }
        },
        tally("a contest too few", "tally.contests: wrong-value (each contest once, in order)") {
            $0.changing("contests") { if case .array(let list) = $0 { .array(list.dropLast()) } else { $0 } }
        },
        Damage("other outcomes", "outcomes: outcomes.json: the rules over the tally say otherwise")
            .inRecord { record, _ in
                record.change(.outcomes) { $0.setting("attendance", to: false) }
            },
        minutes("the minutes signed by a stranger") {
            try signature(of: $0, $1, signedBy: DamageRounds.stranger())
        },
        minutes("the minutes of another count") { try signature(of: $0, Array($1.reversed())) },
        minutes("the minutes of another box") { parts, tallies in
            var other = parts.ground
            other.sealedRoll = [UInt8](repeating: 0, count: 32)
            return try signature(of: parts, tallies, for: other.seal())
        },
        Damage("the minutes signed twice", "minutes: minutes.json: minutes.signatures: wrong-value (each member once)")
            .inRecord { record, _ in
                record.change(.minutes) {
                    $0.changing("signatures") { if case .array(let list) = $0 { .array(list + list) } else { $0 } }
                }
            },
        Damage(
            "the minutes signed by a member that the board does not have",
            "minutes: member 1: the signature is not over this count"
        ).inRecord { record, parts in
            let signature = try signature(of: parts, Audit.run(record).tallies)
            record.documents[.minutes] =
                MinutesDocument([
                    MinutesSignature(member: 1, signature: signature.signature)
                ]).bytes
        },
    ]

    private static func tally(
        _ name: String, _ fault: String, _ change: @escaping @Sendable (JSONValue) -> JSONValue
    ) -> Damage {
        Damage(name, "tally: tally.json: \(fault)").inRecord { record, _ in record.change(.tally, change) }
    }

    private static func minutes(
        _ name: String,
        _ sign: @escaping @Sendable (SealedRoundParts, [ContestTally]) throws -> MinutesSignature
    ) -> Damage {
        Damage(name, "minutes: member 0: the signature is not over this count").inRecord { record, parts in
            let signature = try sign(parts, Audit.run(record).tallies)
            record.documents[.minutes] = MinutesDocument([signature]).bytes
        }
    }

    private static func signature(
        of parts: SealedRoundParts, _ tallies: [ContestTally], for seal: Seal? = nil, signedBy key: SigningKey? = nil
    ) throws -> MinutesSignature {
        try MinutesSignature(
            member: 0, counting: tallies, of: seal ?? parts.seal, signedBy: key ?? parts.ground.round.memberKey)
    }
}

extension MemoryRecord {
    /// A document of JSON changed and written again.
    mutating func change(_ file: RecordFile, _ change: (JSONValue) -> JSONValue) {
        documents[file] = documents[file].flatMap { bytes in
            let value = try? JSONReader(parsing: bytes, as: file.rawValue, limit: 1 << 20).value
            return value.map { change($0).encoded() }
        }
    }
}
