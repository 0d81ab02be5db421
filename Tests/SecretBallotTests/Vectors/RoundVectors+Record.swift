import Recognition
import StrictEncoding

@testable import SecretBallot

extension RoundVectors {
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
