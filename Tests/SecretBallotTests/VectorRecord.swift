import Recognition
import StrictEncoding

@testable import SecretBallot

/// A record held in memory, in which a test can exchange any document.
struct MemoryRecord: RecordSource {
    var documents: [RecordFile: [UInt8]]

    func document(_ file: RecordFile, limit: Int) throws -> [UInt8]? { documents[file] }

    func stream(_ file: RecordFile, _ receive: ([UInt8]) throws -> Void) throws -> Bool {
        guard let bytes = documents[file] else { return false }
        // Chunks of an odd size, so that nothing falls on their edges.
        for start in stride(from: 0, to: bytes.count, by: 777) {
            try receive(Array(bytes[start..<min(start + 777, bytes.count)]))
        }
        return true
    }
}

extension RoundVectors {
    static let logSeed = [UInt8](repeating: 7, count: 32)

    /// The round of the vectors as a record. The note alone is missing: its key's private half is not in the vectors.
    func record() throws -> MemoryRecord {
        let opening: JSONValue = [
            "shares": [
                [
                    "member": 0, "share": .bytes(try bytes("boardPrivateKey")),
                    "signature": .bytes(try bytes("openSignature")),
                ]
            ],
            "boardPrivateKey": .bytes(try bytes("boardPrivateKey")),
        ]
        let found = try objects("foundSignatures").map {
            FoundEntry(voter: try $0.member("voter").string(), signature: try $0.member("signature").bytes())
        }
        return MemoryRecord(documents: [
            .manifest: manifest.bytes, .attendance: try bytes("attendance"), .roll: try bytes("issuanceRoll"),
            .board: BoardDocument(freeze: [FreezeSignature(member: 0, signature: try bytes("freezeSignature"))]).bytes,
            .boxes: try boxes().bytes, .seal: try sealDocument(), .found: FoundEntry.document(found),
            .opening: opening.encoded(), .tally: try tally(root.member("tally").value), .outcomes: try outcomes(),
        ])
    }

    func tally(_ contests: JSONValue) throws -> [UInt8] {
        let document: JSONValue = ["roundID": .bytes(manifest.roundID.bytes), "contests": contests]
        return document.encoded()
    }

    private func sealDocument() throws -> [UInt8] {
        let value: JSONValue = ["seal": .bytes(try bytes("seal")), "sealedAt": 1_797_570_000, "note": "none"]
        return value.encoded()
    }

    private func outcomes() throws -> [UInt8] {
        let tallies = try TallyDocument(tally(root.member("tally").value), of: manifest).tallies
        let attendance = try Attendance(bytes("attendance"), of: manifest)
        return try manifest.outcomes(tallies, attendance: attendance, issued: 3).json.encoded()
    }
}
