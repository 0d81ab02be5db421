import Recognition
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

@Suite struct AuditTests {
    let vectors: RoundVectors

    init() throws { vectors = try RoundVectors.shared.get() }

    /// The vectors have no note, which is ours; that one fault is expected of every audit here.
    private func faults(of record: MemoryRecord) -> Set<AuditCheck> {
        Set(Audit.run(record).faults.map(\.check)).subtracting([.note])
    }

    @Test func theWorkedRoundHolds() throws {
        let report = Audit.run(try vectors.record(), expecting: vectors.manifest.roundID)
        #expect(report.faults.map(\.check) == [.note])
        #expect(report.checked[.slip] == 24)
        #expect(report.checked[.boxes] == 8)
        #expect(report.checked[.issuance] == 3)
        #expect(report.foundCount == 3)
        let tally = try TallyDocument(vectors.tally(vectors.root.member("tally").value), of: vectors.manifest)
        #expect(report.tallies == tally.tallies)
        let expected = try vectors.root.member("outcomes").looseObject()
        #expect(report.outcomes?.attendance.holds == (try expected.member("attendance").bool()))
        let passed = try expected.member("units").array().map { try $0.looseObject().member("passed").bool() }
        #expect(report.outcomes?.units.map(\.passed) == passed)
    }

    /// What each damaged record of the vectors must be caught by, in our names.
    private static let expected: [String: Set<AuditCheck>] = [
        "slips of two boxes exchanged": [.slip, .seal, .tally, .outcomes],
        "a slip in a box twice": [.slip, .boxes, .seal, .tally, .outcomes],
        "a slip dropped": [.seal, .tally, .outcomes],
        "a slip replaced by the same voter's second": [.seal, .tally, .outcomes],
        "box out of order": [.boxes, .seal],
        "an absence excused after sealing": [.seal],
        "an issuance without signature": [.issuance, .seal],
        "an issuance removed": [.boxes, .seal, .found],
        "another opening key": [.opening],
        "a vote moved in the tally": [.tally],
    ]

    @Test func everyDamagedRecordIsCaught() throws {
        for reject in try vectors.objects("auditRejects") {
            let why = try reject.member("why").string()
            let found = faults(of: try damaged(reject.member("changed").looseObject()))
            let expected = try #require(Self.expected[why], "no expectation for \(why)")
            // The reference names the least that must be found; what follows from it may be named too.
            #expect(!found.isEmpty && !found.isDisjoint(with: expected), "\(why): \(found)")
            #expect(found.subtracting(expected.union([.tally, .outcomes])).isEmpty, "\(why): \(found)")
        }
    }

    private func damaged(_ changed: JSONObjectReader) throws -> MemoryRecord {
        var record = try vectors.record()
        for member in changed.members {
            let reader = JSONReader(member.value, at: member.name)
            switch member.name {
            case "boxes": record.documents[.boxes] = try RoundVectors.boxes(reader).bytes
            case "attendance": record.documents[.attendance] = try reader.bytes()
            case "roll": record.documents[.roll] = try reader.bytes()
            case "claimed": record.documents[.tally] = try vectors.tally(member.value)
            case "y": record.documents[.opening] = try opening(with: reader.bytes())
            default: Issue.record("the vectors change \(member.name)")
            }
        }
        return record
    }

    private func opening(with key: [UInt8]) throws -> [UInt8] {
        let share: JSONValue = [
            "member": 0, "share": .bytes(key), "signature": .bytes(try vectors.bytes("openSignature")),
        ]
        let value: JSONValue = ["shares": [share], "boardPrivateKey": .bytes(key)]
        return value.encoded()
    }

    @Test(arguments: RecordFile.all(in: .one).filter { $0 != .guidance && $0 != .minutes })
    func aMissingDocumentIsNamed(_ file: RecordFile) throws {
        var record = try vectors.record()
        record.documents[file] = nil
        let report = Audit.run(record)
        #expect(report.faults.contains { $0.place == file.rawValue && $0.detail == "missing" })
    }

    @Test(arguments: RecordFile.all(in: .one).filter { $0 != .guidance && $0 != .minutes })
    func aTruncatedDocumentIsCaught(_ file: RecordFile) throws {
        var record = try vectors.record()
        record.documents[file]?.removeLast()
        #expect(!faults(of: record).isEmpty)
    }

    @Test func everySingleBitOfASlipMatters() throws {
        let record = try vectors.record()
        var random = SeededRandom()
        for _ in 0..<60 {
            var changed = record
            let bit = Int.random(in: 32..<(4 + 3 * Slip.byteCount) * 8, using: &random)
            changed.documents[.boxes]?[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(faults(of: changed).contains(.seal), "bit \(bit), \(random)")
        }
    }

    @Test func oneOneTimeKeyInTwoBoxesIsFound() throws {
        let index = try SlipIDIndex()
        let ids = (0..<1000).map { Hash.digest([UInt8](bigEndian: UInt32($0))) }
        for box in 0..<3 {
            index.beginBox()
            let part = ids[(box * 300)..<(box * 300 + (box == 1 ? 301 : 300))]
            for id in part.sorted(by: { $0.lexicographicallyPrecedes($1) }) { try index.append(id) }
        }
        let repeated = try index.repeated()
        #expect(repeated.map(\.id) == [ids[600]])
        #expect(repeated.map(\.box) == [2])
    }

    @Test func boxesBeyondTheLastAreRefused() throws {
        var record = try vectors.record()
        record.documents[.boxes]?.append(0)
        #expect(faults(of: record).contains(.boxes))
    }

    @Test func aSealedRoundCanBeAuditedBeforeItIsOpened() throws {
        var record = try vectors.record()
        for file in [RecordFile.opening, .tally, .outcomes] { record.documents[file] = nil }
        let report = Audit.run(record, through: .sealed)
        #expect(report.faults.map(\.check) == [.note])
        #expect(report.tallies.isEmpty)
        #expect(report.seal == (try vectors.seal))
    }
}
