import Recognition
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// Audits of a round of our own making, whose every part is there, the note too.
@Suite struct SmallRoundAuditTests {
    let round: SmallRound

    init() throws { round = try SmallRound.shared.get() }

    private func record() throws -> MemoryRecord {
        try round.record([
            [.first, .first, .second, .blank], [.first, .second, .first, .first], [.first, .first, .first, .blank],
        ])
    }

    @Test func itHolds() throws {
        let report = Audit.run(try record(), expecting: round.manifest.roundID)
        #expect(report.faults == [])
        #expect(report.holds)
        #expect(report.tallies.map(\.counts.first) == [3, 2, 2, 1])
        #expect(report.tallies.map(\.counts.blank) == [0, 0, 0, 2])
        #expect(report.outcomes?.units.map(\.passed) == [false])
    }

    @Test func totalsAddUpWhateverIsMarked() throws {
        var random = SeededRandom()
        for _ in 0..<3 {
            let choices = (0..<3).map { _ in
                (0..<4).map { _ in Choice.allCases.randomElement(using: &random) ?? .blank }
            }
            let report = Audit.run(try round.record(choices))
            #expect(report.holds)
            for (contest, tally) in report.tallies.enumerated() {
                let marked = choices.map { $0[contest] }
                #expect(tally.counts.first == marked.count { $0 == .first })
                #expect(tally.counts.second == marked.count { $0 == .second })
                #expect(tally.counts.blank == marked.count { $0 == .blank })
                #expect(tally.counts.collected == 3)
            }
        }
    }

    @Test func anotherRoundsRecordIsNotRead() throws {
        let other = try RoundVectors.shared.get().manifest.roundID
        let report = Audit.run(try record(), expecting: other)
        #expect(report.faults.map(\.check) == [.manifest])
    }

    @Test func theMinutesAreSignedForThisCountAlone() throws {
        var record = try record()
        let report = Audit.run(record)
        let (tallies, seal) = (report.tallies, try #require(report.seal))
        func sign(_ tallies: [ContestTally], by key: SigningKey, as member: Int = 0) throws -> MinutesSignature {
            try MinutesSignature(member: member, counting: tallies, of: seal, signedBy: key)
        }
        func faults(_ signatures: MinutesSignature...) -> [AuditCheck] {
            record.documents[.minutes] = MinutesDocument(signatures).bytes
            return Audit.run(record).faults.map(\.check)
        }
        #expect(faults() == [])
        let good = try sign(tallies, by: round.memberKey)
        #expect(faults(good) == [])
        #expect(faults(good, good) == [.minutes])
        #expect(try faults(sign(tallies, by: round.boardKey)) == [.minutes])
        #expect(try faults(sign(tallies, by: round.memberKey, as: 1)) == [.minutes])
        #expect(try faults(sign(tallies.reversed(), by: round.memberKey)) == [.minutes])
        record.documents[.minutes]?.removeLast()
        #expect(Audit.run(record).faults.map(\.check) == [.minutes])
        record.documents[.minutes] = nil
        #expect(Audit.run(record).holds)
    }

    @Test(arguments: [RecordFile.guidance, .minutes])
    func aDocumentThatMayBeMissingMayNotBeUnreadable(_ file: RecordFile) throws {
        var record = try record()
        record.documents[file] = nil
        #expect(Audit.run(record).holds)
        record.documents[file] = [UInt8](repeating: 0x20, count: 17 << 20)
        #expect(Audit.run(record).faults.map(\.place) == [file.rawValue])
    }

    @Test func everyByteOfEveryDocumentMatters() throws {
        let whole = try record()
        var random = SeededRandom()
        for (file, bytes) in whole.documents.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for _ in 0..<12 {
                var changed = whole
                let place = Int.random(in: bytes.indices, using: &random)
                changed.documents[file]?[place] ^= 1 << UInt8.random(in: 0..<7, using: &random)
                let report = Audit.run(changed)
                // What a document says may have two spellings (spaces, the time of sealing); then nothing has changed.
                guard report.holds, let other = changed.documents[file] else { continue }
                #expect(Self.saysTheSame(bytes, other, of: file), "\(file) byte \(place), \(random)")
            }
        }
    }

    /// Documents that are not hashed may be spelled otherwise, and nothing checks when a box was sealed.
    private static func saysTheSame(_ one: [UInt8], _ other: [UInt8], of file: RecordFile) -> Bool {
        guard let one = try? JSONReader(parsing: one, as: "one", limit: 1 << 20),
            let other = try? JSONReader(parsing: other, as: "other", limit: 1 << 20)
        else { return false }
        if file == .seal, let first = try? one.looseObject(), let second = try? other.looseObject() {
            return first.optional("seal")?.value == second.optional("seal")?.value
                && first.optional("note")?.value == second.optional("note")?.value
        }
        return one.value.isEquivalent(to: other.value)
    }
}
