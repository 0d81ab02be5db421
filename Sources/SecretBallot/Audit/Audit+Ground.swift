import BallotTokens
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
