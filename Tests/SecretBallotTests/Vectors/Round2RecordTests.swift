import Recognition
import StrictEncoding
import TestSupport
import Testing

@testable import SecretBallot

/// The end of the worked round of version 2: what is sealed, found and counted, its record as a whole, and records in
/// which one file is another.
struct Round2RecordTests {
    private let vectors: Round2Vectors
    private let manifest: Manifest

    init() throws {
        vectors = try Round2Vectors.shared.get()
        manifest = vectors.manifest
    }

    @Test func boxes() throws {
        let cast = try vectors.slips().filter { try $0.member("fate").string() == "cast" }
        let expected: [[[UInt8]]] = try manifest.contests.map { contest in
            let own = try cast.filter { try $0.integer("contest") == contest.index }
            let named = try own.map { (id: try $0.bytes("slipID"), slip: try $0.bytes("slip")) }
            return named.sorted { $0.id.lexicographicallyPrecedes($1.id) }.map { $0.slip }
        }
        let boxes = BoxContents(expected)
        #expect(try boxes.bytes == vectors.file(.boxes))
        #expect(try boxes.contestRoots == vectors.root.bytesList("contestRoots"))
        #expect(try boxes.root == vectors.root.bytes("boxRoot"))
    }

    @Test func closingAndSeal() throws {
        let rollHash = Hash.digest(try vectors.file(.roll))
        let closing = Closing(
            closedAt: try vectors.root.integer("closedAt"), rollHash: rollHash, of: manifest.roundID)
        #expect(try vectors.root.object("closing").says(closing.bytes, signedBy: manifest.service.receiptKey))
        #expect(try ClosingDocument(vectors.file(.closing), of: manifest).closing == closing)
        let steps = try RoundSteps(vectors.file(.steps), of: manifest)
        #expect(steps.steps.map(\.state) == ["frozen", "issuing", "voting", "closing"])
        let times = Seal.Times(
            stepsHash: steps.hash, closingHash: closing.hash, sealedAt: try vectors.root.integer("sealedAt"))
        let parts = Seal.Parts(
            boxRoot: try vectors.root.bytes("boxRoot"), attendanceHash: Hash.digest(try vectors.file(.attendance)),
            rollHash: rollHash, times: times)
        let seal = Seal(parts, of: manifest)
        #expect(try seal.bytes == vectors.root.bytes("seal"))
        #expect(try seal.hash == vectors.root.bytes("sealHash"))
        let document = try SealDocument(vectors.file(.seal), of: manifest)
        #expect(document.seal == seal && document.isNoted(in: manifest))
        let logKey = try vectors.root.bytes("logPrivateKey")
        #expect(NoteSigner(name: manifest.issuerName, seed: logKey)?.publicKey == manifest.service.logKey)
    }

    @Test func foundAndMinutes() throws {
        let seal = try vectors.seal
        for entry in try vectors.root.objects("found") {
            let voter = try #require(try vectors.voter(entry.member("voter").string()))
            #expect(try entry.says(seal.foundMessage, signedBy: VerifyingKey(voter.bytes("deviceKey"))))
        }
        let tallies = try TallyDocument(vectors.file(.tally), of: manifest).tallies
        for entry in try vectors.root.objects("minutes") {
            let signature = MinutesSignature(
                member: try entry.integer("member"), signature: try entry.bytes("signature"))
            #expect(signature.isValid(counting: tallies, of: seal, by: manifest.board))
        }
    }

    @Test func theRecordHolds() throws {
        let report = try Audit.run(vectors.record(), expecting: manifest.roundID)
        #expect(report.faults == [])
        let counts = try vectors.root.object("counts")
        #expect(try report.issuedCount == counts.integer("issued"))
        #expect(try report.foundCount == counts.integer("found"))
        #expect(try report.mixedCount == counts.integer("mixed"))
        #expect(try report.mix.short == counts.member("short").array().map { try $0.integer() })
        let beyond = report.collected.map { report.foundCount - $0 }
        #expect(try beyond == counts.member("foundMinusCollected").array().map { try $0.integer() })
        #expect(report.finders.contradictions.isEmpty && report.finders.foreignAtMost == 2)
        #expect(try report.tallies == TallyDocument(vectors.file(.tally), of: manifest).tallies)
        let attendance = try Attendance(vectors.file(.attendance), of: manifest)
        #expect(try attendance.present.count == counts.integer("present"))
        #expect(try attendance.present.count + attendance.absent.count == counts.integer("summoned"))
        #expect(report.outcomes?.units.map(\.passed) == [true, false])
    }

    private func record(_ changes: JSONObjectReader) throws -> some RecordSource {
        var record = try vectors.record()
        for file in changes.members {
            let bytes = try changes.member(file.name)
            let name = try #require(RecordFile(rawValue: file.name))
            record.documents[name] = try bytes.value == .null ? nil : bytes.bytes()
        }
        return record
    }

    /// What is no fault, since one relay or one voter could cause it.
    @Test func whatRelaysSayIsReported() throws {
        for entry in try vectors.root.objects("recordReports") {
            let report = Audit.run(try record(entry.object("changed")))
            let why = try entry.member("why").string()
            #expect(report.faults == [], "\(why)")
            #expect(try report.mixedCount == entry.integer("mixed"), "\(why)")
            #expect(try report.mix.overstated ?? 0 == entry.integer("overstated"), "\(why)")
            #expect(try report.mix.short == entry.member("short").array().map { try $0.integer() }, "\(why)")
        }
    }

    @Test func recordsWithAnotherFileAreRefused() throws {
        for reject in try vectors.root.objects("recordRejects") {
            let record = try record(reject.object("changed"))
            let (why, check) = (try reject.member("why").string(), try reject.member("check").string())
            let checks = Set(Audit.run(record).faults.map(\.check.rawValue))
            #expect(checks.contains(check), "\(why): \(checks)")
        }
    }
}
