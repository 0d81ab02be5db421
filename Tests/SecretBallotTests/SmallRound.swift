import BallotTokens
import OpenSSLKit
import Recognition
import StrictEncoding

@testable import SecretBallot

/// A round of one unit, made afresh with every private key at hand: four contests, three voters.
struct SmallRound: Sendable {
    let manifest: Manifest
    let codes: [AccessCode]
    let issuers: [TokenIssuer]
    let boardKey = SigningKey()
    let memberKey = SigningKey()
    let receiptKey = SigningKey()
    let logKey: NoteSigner

    static let shared = Result { try SmallRound() }

    init() throws {
        let issuerName = "phieukin.test"
        codes = try (0..<3).map { _ in try AccessCode.random() }
        issuers = try (0..<4).map { _ in try TokenIssuer(RSAPrivateKey.generate()) }
        guard let logKey = NoteSigner(name: issuerName, seed: [UInt8](repeating: 7, count: 32)) else {
            throw MalformedInput(.wrongValue, at: "issuer")
        }
        self.logKey = logKey
        let half = CountingRule(Threshold(.moreThan, try Fraction(1, 2)), of: .summoned)
        let draft = ManifestDraft(
            kind: .recognition, title: "Thử", year: 2026,
            authority: try Authority(
                name: "Đảng ủy xã", parent: "Tỉnh ủy", kind: .grassrootsCommittee, place: "Bum Tở"),
            guidance: try GuidanceReference(id: "thu", sha256: [UInt8](repeating: 1, count: 32)),
            rules: try BallotRules(attendance: half, turnout: half, approval: half), criteria: Criterion.four,
            units: [try Unit(id: "cb-01", name: "Chi bộ 1", kind: .subordinateCell)],
            voters: try codes.enumerated().map {
                Voter(id: "uv-\($0)", name: "Ủy viên \($0)", credentialKey: try $1.credential().publicKey)
            },
            issuerName: issuerName,
            board: CountingBoard(
                threshold: 1, members: [BoardMember(name: "Trưởng ban", key: memberKey.publicKey)],
                publicKey: boardKey.publicKey),
            service: ServiceKeys(receiptKey: receiptKey.publicKey, logKey: logKey.publicKey))
        manifest = try draft.frozen(tokenKeys: issuers.map(\.key))
    }

    /// A device with its tokens.
    func device(_ voter: Int) throws -> VotingDevice {
        var device = try VotingDevice(manifest, code: codes[voter])
        try device.take(try responses(to: device.tokenRequest))
        return device
    }

    func responses(to request: RollEntry) throws -> [[UInt8]] {
        let batch = try TokenBatch(request.tokenRequests, for: manifest.contests)
        return try zip(issuers, batch.requests).map { try $0.issue($1) }
    }

    /// The whole round as a record that holds, every voter marking `choices[voter]`.
    func record(_ choices: [[Choice]]) throws -> MemoryRecord {
        var devices = try choices.indices.map(device)
        for index in devices.indices { try devices[index].mark(choices[index]) }
        let boxes = BoxContents(
            manifest.contests.indices.map { contest in
                devices.map { $0.slips[contest] }.sorted {
                    Hash.digest(Array($0[6..<71])).lexicographicallyPrecedes(Hash.digest(Array($1[6..<71])))
                }
            })
        let attendance = try Attendance(present: manifest.voters.map(\.id), excused: [], of: manifest)
        let roll = RollEntry.roll(devices.map(\.tokenRequest))
        let seal = Seal(
            manifest.roundID, contestCount: 4, boxRoot: boxes.root, attendanceHash: Hash.digest(attendance.bytes),
            rollHash: Hash.digest(roll))
        return try finished(devices, boxes, attendance, roll, seal)
    }

    private func finished(
        _ devices: [VotingDevice], _ boxes: BoxContents, _ attendance: Attendance, _ roll: [UInt8], _ seal: Seal
    ) throws -> MemoryRecord {
        let share = try BoardShare(member: 0, share: boardKey.scalar, for: seal, signedBy: memberKey)
        let freeze = try FreezeSignature(member: 0, of: manifest.roundID, signedBy: memberKey)
        var record = MemoryRecord(documents: [
            .manifest: manifest.bytes, .attendance: attendance.bytes, .roll: roll, .boxes: boxes.bytes,
            .board: BoardDocument(freeze: [freeze]).bytes,
            .seal: try SealDocument(seal, of: manifest, sealedAt: 1_797_570_000, signedBy: logKey).bytes,
            .found: FoundEntry.document(try devices.map { try $0.find(in: boxes.bytes, of: seal) }),
            .opening: try Opening([share], for: seal, of: manifest).bytes,
        ])
        let report = Audit.run(record, through: .opened)
        let outcomes = try manifest.outcomes(report.tallies, attendance: attendance, issued: devices.count)
        record.documents[.tally] = TallyDocument(report.tallies).bytes(of: manifest)
        record.documents[.outcomes] = outcomes.json.encoded()
        return record
    }
}
