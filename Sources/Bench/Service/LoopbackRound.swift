import Client
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding

/// A round of the loopback service: in the state of voting, where tokens are still issued and slips taken; then certified.
struct LoopbackRound: Sendable {
    let manifest: Manifest
    let voters: [SyntheticVoter]

    private let name: String
    private let staff: StaffClient
    private let signer: StaffClient
    private let boardKey: SigningKey
    private let memberKey: SigningKey
    private let voter: VoterClient

    /// Conducts it from its draft through the API, as a secretary would.
    init(
        on service: LoopbackService, by people: Staff, voters count: Int, units: Int, relay: RelayReference
    ) async throws {
        let voters = try (0..<count).map(SyntheticVoter.init)
        (boardKey, memberKey) = (SigningKey(), SigningKey())
        (staff, signer) = (people.desk, people.signer)
        let round = try await staff.createRound(Self.draft).round
        _ = try await staff.setUnits(Self.units(units), of: round)
        _ = try await staff.setVoters(Self.table(of: voters), of: round)
        try await staff.setRelays([relay], of: round)
        try await staff.setBoard(
            CountingBoard(
                threshold: 1, members: [BoardMember(name: "Ban kiểm phiếu", key: memberKey.publicKey)],
                publicKey: boardKey.publicKey), of: round)
        let roundID = try await staff.freeze(round, every: .milliseconds(200)) { _ in }
        voter = VoterClient(try service.connection())
        manifest = try await voter.manifest(of: roundID)
        try await staff.sign(FreezeSignature(member: 0, of: manifest, signedBy: memberKey), of: round)
        try await staff.issue(round)
        _ = try await staff.setPresence(voters.map { ($0.id, .present) }, of: round)
        try await staff.vote(round)
        name = round
        self.voters = voters
    }

    /// Slips that the service says it has.
    var slipCount: Int {
        get async throws { try await voter.status(of: manifest.roundID).turnout?.slips ?? 0 }
    }

    /// Ends the voting.
    /// - Returns: what relays sign over.
    func close() async throws -> Closing {
        _ = try await staff.close(name, acknowledging: ["without-ballot"])
        return try await voter.closing(of: manifest).closing
    }

    /// Seals the box, opens and counts it, and gives the signer a key.
    func certify() async throws {
        _ = try await close()
        _ = try await staff.seal(name, acknowledging: ["slips-missing", "relay-silent"])
        let seal = try await voter.seal(of: manifest).seal
        let share = try BoardShare(member: 0, share: boardKey.scalar, for: seal, signedBy: memberKey)
        _ = try await staff.open(name, with: share)
        let warnings = Array(Set(try await staff.results(of: name).warnings.map(\.name)))
        _ = try await staff.certify(name, acknowledging: warnings)
        let file = try SyntheticIdentity.make().pkcs12(
            password: SecretBytes(copying: Array(SyntheticIdentity.password.utf8)),
            iterations: SyntheticIdentity.iterations)
        try await signer.setIdentity(pkcs12: file, password: SyntheticIdentity.password)
    }

    /// Orders the decision on one unit, and fetches its file.
    /// - Returns: seconds from the order to the file.
    func decide(_ unit: Unit) async throws -> Double {
        let began = ProcessorTime.now
        let issued = try await signer.decide(
            name, units: [unit.id], date: CalendarDate(parsing: "2026-12-20"),
            signer: Signer(name: SyntheticIdentity.name, position: "Bí thư"), password: SyntheticIdentity.password)
        guard let digest = issued.first?.digest else { throw BenchFault("a decision was not issued") }
        guard try await !voter.decisionDocument(digest).isEmpty else { throw BenchFault("an empty decision") }
        return ProcessorTime.now - began
    }

    /// Who conducts the rounds of a service.
    struct Staff: Sendable {
        let desk: StaffClient
        let signer: StaffClient

        init(of service: LoopbackService) async throws {
            let (name, password) = LoopbackService.administrator
            let admin = try await StaffClient.login(service.connection(), name: name, password: password)
            try await admin.createAccount("desk", displayName: "Desk", roles: [.secretary, .board], password: password)
            try await admin.createAccount("signer", displayName: "Signer", roles: [.signer], password: password)
            desk = try await StaffClient.login(service.connection(), name: "desk", password: password)
            signer = try await StaffClient.login(service.connection(), name: "signer", password: password)
        }
    }

    private static let draft: JSONValue = [
        "kind": "recognition", "title": "Bench", "year": 2026,
        "authority": [
            "name": .string(SyntheticIdentity.body), "parent": "Đảng bộ tỉnh", "kind": "grassroots-committee",
            "place": "Xã",
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
