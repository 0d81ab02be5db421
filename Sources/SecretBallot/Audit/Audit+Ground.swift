import BallotTokens
import CocktailDKG
import OpenSSLKit
import Recognition
import StrictEncoding

/// What a round rests on: its manifest, its board, who was there and who asked for tokens.
extension Audit {
    mutating func manifest() -> Manifest? {
        let expected = expected
        return check(.manifest, .manifest, limit: Manifest.maximumByteCount) { bytes in
            let manifest = try expected.map { try Manifest(bytes, expecting: $0) } ?? Manifest(bytes)
            if let (_, later) = try RSAPublicKey.firstSharedFactor(among: manifest.contests.map(\.tokenKey.rsa)) {
                throw AuditFault(.manifest, at: "issuer.tokenKeys[\(later)]", "shares a factor with an earlier key")
            }
            return manifest
        }
    }

    mutating func freeze(_ manifest: Manifest) {
        check(.freeze, .board) { bytes in
            guard try BoardDocument(bytes).isComplete(in: manifest) else {
                throw AuditFault(.freeze, at: "board.json", "not every member's signature is there and holds")
            }
        }
    }

    /// How a board of several made its key; a board of one has no such transcript, and version 1 knows none.
    mutating func boardKeys(_ manifest: Manifest) -> GroupKeys? {
        guard manifest.version != .one, manifest.board.members.count > 1 else { return nil }
        return check(.transcript, .boardTranscript, limit: BoardTranscript.maximumByteCount) { bytes in
            let transcript = try BoardTranscript(bytes)
            if let part = transcript.contradiction(with: manifest.board) {
                throw AuditFault(.transcript, at: "board-transcript.bin", "not the manifest's board: \(part.rawValue)")
            }
            return transcript.keys
        }
    }

    /// The guidance profile is for readers, since the manifest itself has the rules; a record may leave it out.
    mutating func guidance(_ manifest: Manifest) {
        check(.guidance, optional: .guidance) { bytes in
            guard Hash.digest(bytes) == manifest.guidance.sha256 else {
                throw AuditFault(.guidance, at: "guidance.json", "not the profile that the manifest names")
            }
        }
    }

    mutating func attendance(_ manifest: Manifest) -> Attendance? {
        check(.attendance, .attendance) { bytes in try Attendance(bytes, of: manifest) }
    }

    /// That no more are on the roll than were present follows from its lines: each names another who was.
    mutating func roll(_ manifest: Manifest, _ attendance: Attendance?) -> [UInt8]? {
        var roll = RollAudit(manifest, attendance: attendance)
        var faults: [AuditFault] = []
        let hash: [UInt8]? = check(.issuance, streaming: .roll) { source in
            guard try source.stream(.roll, { try roll.read($0) { faults.append($0) } }) else { return nil }
            return try roll.finish()
        }
        faults.forEach { report.add($0) }
        report.count(.issuance, roll.issued)
        report.issuedCount = roll.issued
        findingKeys = roll.findingKeys
        return hash
    }
}
