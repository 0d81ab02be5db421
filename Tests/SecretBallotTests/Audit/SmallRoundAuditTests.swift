import Recognition
import StrictEncoding
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
        for _ in 0..<3 {
            let choices = (0..<3).map { _ in (0..<4).map { _ in Choice.allCases.randomElement() ?? .blank } }
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

    @Test func theNoteMustBeTheLogKeys() throws {
        var changed = try record()
        let document = try SealDocument(try #require(changed.documents[.seal]), of: round.manifest)
        let stranger = try #require(NoteSigner(name: "phieukin.test", seed: [UInt8](repeating: 9, count: 32)))
        changed.documents[.seal] = try SealDocument(
            document.seal, of: round.manifest, sealedAt: document.sealedAt, signedBy: stranger
        ).bytes
        #expect(Audit.run(changed).faults.map(\.check) == [.note])
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

    @Test func foundByWhoNeverHadTokensDoesNotCount() throws {
        var changed = try record()
        let roll = try IssuanceRoll(try #require(changed.documents[.roll]))
        changed.documents[.roll] = RollEntry.roll(roll.entries.dropLast())
        let faults = Audit.run(changed).faults
        #expect(faults.contains { $0.check == .found && $0.detail.contains("not on the roll") })
    }

    @Test func aVoterTwiceOnTheRollIsNamed() throws {
        var changed = try record()
        let roll = try IssuanceRoll(try #require(changed.documents[.roll]))
        changed.documents[.roll] = RollEntry.roll(roll.entries + [roll.entries[0]])
        #expect(Audit.run(changed).faults.contains { $0.check == .issuance && $0.place == "roll line 4" })
    }

    @Test func aFreezeSignatureByAnotherIsNamed() throws {
        var changed = try record()
        let stranger = try FreezeSignature(member: 0, of: round.manifest.roundID, signedBy: SigningKey())
        changed.documents[.board] = BoardDocument(freeze: [stranger]).bytes
        #expect(Audit.run(changed).faults.map(\.check) == [.freeze])
    }

    @Test func everyByteOfEveryDocumentMatters() throws {
        let whole = try record()
        for (file, bytes) in whole.documents {
            for _ in 0..<12 {
                var changed = whole
                let place = Int.random(in: bytes.indices)
                changed.documents[file]?[place] ^= 1 << UInt8.random(in: 0..<7)
                let report = Audit.run(changed)
                // What a document says may have two spellings (spaces, the time of sealing); then nothing has changed.
                guard report.holds, let other = changed.documents[file] else { continue }
                #expect(Self.saysTheSame(bytes, other, of: file), "\(file) byte \(place)")
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
