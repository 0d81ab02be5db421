import BallotTokens
import Recognition
import StrictEncoding
import TestSupport

@testable import SecretBallot

/// `Vectors/phieukin-round-1.json`: one whole small round.
struct RoundVectors {
    let root: JSONObjectReader
    let manifest: Manifest

    static let shared = Result { try RoundVectors() }

    private init() throws {
        root = try TestFiles.vectors("phieukin-round-1.json")
        manifest = try Manifest(root.member("manifest").bytes())
    }

    func bytes(_ name: String) throws -> [UInt8] { try root.member(name).bytes() }

    /// The vectors' manifest under another guidance; in a round of annulment with the one criterion there is then.
    func manifest(_ kind: RoundKind, guidance: GuidanceProfile) throws -> Manifest {
        var terms = manifest.terms
        terms.kind = kind
        terms.guidance = try GuidanceReference(id: guidance.id, sha256: Hash.digest(guidance.bytes))
        if kind == .annulment { terms.criteria = [.annulment] }
        terms.details = nil
        return try terms.frozen(tokenKeys: manifest.contests.prefix(terms.contestCount).map(\.tokenKey))
    }
}

/// A record held in memory.
struct MemoryRecord: RecordSource {
    var documents: [RecordFile: [UInt8]]

    func document(_ file: RecordFile, limit: Int) throws -> [UInt8]? { documents[file] }

    func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool {
        guard let bytes = documents[file] else { return false }
        try receive(bytes)
        return true
    }
}

extension RoundVectors {
    /// The round of the vectors as a record. The seal's note alone does not hold: the log key is not in the vectors.
    func record() throws -> MemoryRecord {
        let key = try bytes("boardPrivateKey")
        let share = BoardShare(member: 0, share: key, signature: try bytes("openSignature"))
        let opening: JSONValue = ["shares": [share.json], "boardPrivateKey": .bytes(key)]
        let tally: JSONValue = [
            "roundID": .bytes(manifest.roundID.bytes), "contests": try root.member("tally").value,
        ]
        let seal: JSONValue = ["seal": .bytes(try bytes("seal")), "sealedAt": 1_797_570_000, "note": "none"]
        let found = try root.member("foundSignatures").array().map { reader in
            let entry = try reader.looseObject()
            return FoundEntry(
                voter: try entry.member("voter").string(), signature: try entry.member("signature").bytes())
        }
        let boxes = BoxContents(try root.member("boxes").array().map { try $0.array().map { try $0.bytes() } })
        let outcomes = try manifest.outcomes(
            TallyDocument(tally.encoded(), of: manifest).tallies,
            attendance: Attendance(bytes("attendance"), of: manifest), issued: 3)
        return MemoryRecord(documents: [
            .manifest: manifest.bytes, .attendance: try bytes("attendance"), .roll: try bytes("issuanceRoll"),
            .board: BoardDocument(freeze: [FreezeSignature(member: 0, signature: try bytes("freezeSignature"))]).bytes,
            .boxes: boxes.bytes, .seal: seal.encoded(), .found: FoundEntry.document(found),
            .opening: opening.encoded(), .tally: tally.encoded(), .outcomes: outcomes.json.encoded(),
        ])
    }
}
