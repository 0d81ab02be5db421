import BallotTokens
import Recognition
import SecretBallot
import Storage
import StrictEncoding

@testable import Service

/// A certified round of more units than a batch of decisions has, put straight into an installation: its token keys open
/// nothing, and its box was never filled; what decisions follow from is there.
enum ManyUnits {
    static func lay(in folder: String, _ count: Int, at now: Int) async throws {
        let installation = try await Installation.open(try await TestService.configuration(of: folder))
        try await PreparedStaff.lay(in: installation.register, at: now)
        let round = try PreparedRound(
            in: installation, voters: 2, units: table(count), tokenKeys: tokenKeys(4 * count))
        try await certify(round, in: installation)
        try installation.storage.close()
    }

    static func name(_ index: Int) -> String { "u-\(index + 1)" }

    private static func table(_ count: Int) throws -> [UInt8] {
        let lines = String(decoding: try TestRound.units(1), as: UTF8.self).split(separator: "\n")
        let facts = lines[1].split(separator: ",").dropFirst(2).joined(separator: ",")
        let rows = (0..<count).map { "\(name($0)),Chi bộ \($0 + 1),\(facts)" }
        return Array(([String(lines[0])] + rows).joined(separator: "\n").utf8)
    }

    /// Of the right shape, each another.
    private static func tokenKeys(_ count: Int) throws -> [TokenKey] {
        let model = try RoundVectors().manifest.contests[0].tokenKey.bytes
        // The modulus ends before the exponent, 02 03 01 00 01.
        let place = model.count - 5 - 100
        return try (0..<count).map { index in
            try TokenKey(
                parsing: model.replacing(place, with: UInt8(index >> 8)).replacing(place + 1, with: UInt8(index & 255)))
        }
    }

    private static func certify(_ round: PreparedRound, in installation: Installation) async throws {
        let (manifest, register) = (round.manifest, installation.register)
        let attendance = try Attendance(present: manifest.voters.map(\.id), excused: [], of: manifest)
        let seal = try SealDocument(
            Seal(
                Seal.Parts(
                    boxRoot: Hash.digest([]), attendanceHash: attendance.hash, rollHash: Hash.digest([]),
                    times: Seal.Times(stepsHash: Hash.digest([]), closingHash: Hash.digest([]), sealedAt: 0)),
                of: manifest),
            of: manifest, sealedAt: 0, signedBy: installation.logKey)
        let tallies = try manifest.contests.indices.map {
            try ContestTally(contest: $0, counts: SlipCounts(first: 2, second: 0, blank: 0, invalid: 0))
        }
        let documents: [RoundDocument: [UInt8]] = [
            .draft: round.documents[.draft] ?? [], .manifest: manifest.bytes, .guidance: round.guidance,
            .attendance: attendance.bytes, .seal: seal.bytes, .tally: TallyDocument(tallies).bytes(of: manifest),
            .turnout: Turnout(summoned: 2, present: 2, issued: 2, slips: 2 * tallies.count).json.encoded(),
        ]
        try await register.create(
            RoundEntry(
                id: PreparedRound.name, kind: "recognition", state: Stage.draft.rawValue, title: "Đợt thử", year: 2026,
                createdAt: 0))
        try await register.move(
            PreparedRound.name,
            by: RoundTransition(
                from: [Stage.draft.rawValue], to: Stage.certified.rawValue, at: 0,
                documents: Dictionary(uniqueKeysWithValues: documents.map { ($0.key.rawValue, $0.value) }),
                roundID: manifest.roundID.bytes))
    }
}
