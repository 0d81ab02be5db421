import Client
import Recognition
import SecretBallot
import StrictEncoding

/// A round of the loopback service, in the state of voting: tokens are still issued, slips are taken.
struct LoopbackRound: Sendable {
    let manifest: Manifest
    let voters: [SyntheticVoter]

    private let voter: VoterClient

    /// Conducts it from its draft through the API, as a secretary would.
    init(on service: LoopbackService, voters count: Int, units: Int) async throws {
        let voters = try (0..<count).map(SyntheticVoter.init)
        let (boardKey, memberKey) = (SigningKey(), SigningKey())
        let staff = try await Self.staff(of: service)
        let round = try await staff.createRound(Self.draft).round
        _ = try await staff.setUnits(Self.units(units), of: round)
        _ = try await staff.setVoters(Self.table(of: voters), of: round)
        try await staff.setBoard(
            CountingBoard(
                threshold: 1, members: [BoardMember(name: "Ban kiểm phiếu", key: memberKey.publicKey)],
                publicKey: boardKey.publicKey), of: round)
        let roundID = try await staff.freeze(round, every: .milliseconds(200)) { _ in }
        try await staff.sign(FreezeSignature(member: 0, of: roundID, signedBy: memberKey), of: round)
        try await staff.issue(round)
        _ = try await staff.setPresence(voters.map { ($0.id, .present) }, of: round)
        try await staff.vote(round)
        voter = VoterClient(try service.connection())
        manifest = try await voter.manifest(of: roundID)
        self.voters = voters
    }

    /// Slips that the service says it has.
    var slipCount: Int {
        get async throws { try await voter.status(of: manifest.roundID).turnout?.slips ?? 0 }
    }

    private static func staff(of service: LoopbackService) async throws -> StaffClient {
        let (name, password) = LoopbackService.administrator
        let admin = try await StaffClient.login(service.connection(), name: name, password: password)
        try await admin.createAccount("desk", displayName: "Desk", roles: [.secretary, .board], password: password)
        return try await StaffClient.login(service.connection(), name: "desk", password: password)
    }

    private static let draft: JSONValue = [
        "kind": "recognition", "title": "Bench", "year": 2026,
        "authority": [
            "name": "Đảng ủy xã", "parent": "Đảng bộ tỉnh", "kind": "grassroots-committee", "place": "Xã",
        ],
        "guidance": "lai-chau-05-hd-tu", "body": "ĐU",
    ]

    /// Units of which every precondition of the guidance holds.
    private static func units(_ count: Int) -> [UInt8] {
        let header =
            "id,name,kind,members.total,members.completed,members.good,members.disciplined,meetings.total,"
            + "meetings.fair,quarters.thematic,admissions.met\n"
        let rows = (0..<count).map { "cb-\($0),Chi bộ \($0),subordinate-cell,15,15,15,0,14,14,4,1\n" }
        return Array((header + rows.joined()).utf8)
    }

    private static func table(of voters: [SyntheticVoter]) -> [UInt8] {
        let rows = voters.map { "\($0.id),\($0.id),\(Base64URL.encode($0.publicKey.bytes))\n" }
        return Array(("id,name,credentialKey\n" + rows.joined()).utf8)
    }
}
