import BallotTokens
import Client
import Connections
import ObliviousHTTP
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

@testable import Service

typealias Stage = Service.RoundState

/// A round put straight into an installation, as its steps would have left it: token keys from the vectors, staff with
/// bearer tokens, so that nothing slow is done before a test begins.
struct PreparedRound {
    static let name = "TESTR0NND1"

    /// Of every round.
    static let gateway = ObliviousGateway(identifier: 1)

    let manifest: Manifest
    let guidance: [UInt8]
    let codes: [AccessCode]
    let memberKey: SigningKey
    let boardKey: SigningKey
    let documents: [RoundDocument: [UInt8]]

    /// The manifest's token keys, PKCS#8.
    let tokenKeys: [SecretBytes]

    /// Runs `body` against a service whose one round has come to `stage`: draft, frozen, issuing or voting.
    /// - Parameters:
    ///   - marks: by the voters' places; everybody is present where nil.
    ///   - tokenKeys: PKCS#8, one for each contest of so many units as have as many; those of the vectors where nil.
    static func run<Value: Sendable>(
        _ stage: Stage = .voting, voters: Int = 6, marks: [Int: AttendanceMark]? = nil, time: TestTime = TestTime(),
        trusting certificates: [Certificate] = [], limits: ConnectionLimits = ConnectionLimits(),
        bodies: [BodyBudget.Purse: Int] = BodyBudget.usual,
        configure: (inout ServiceConfiguration) -> Void = { _ in }, relays: [RelayReference] = [],
        tokenKeys: [SecretBytes]? = nil,
        _ body: @escaping @Sendable (TestRound) async throws -> Value
    ) async throws -> Value {
        try await TestFolder.use { folder in
            let configuration = try await TestService.configuration(of: folder)
            let round = try await laid(configuration, stage, marks: marks, at: time.now) {
                try PreparedRound(in: $0, voters: voters, relays: relays, signing: tokenKeys)
            }
            return try await TestService.run(
                in: folder, time: time, trusting: certificates, limits: limits, bodies: bodies, configure: configure
            ) { service in
                try await body(round.driven(over: service))
            }
        }
    }

    /// Lays a round, and lets go of the installation.
    static func laid(
        _ configuration: ServiceConfiguration, _ stage: Stage, marks: [Int: AttendanceMark]? = nil, at now: Int,
        _ make: (Installation) throws -> PreparedRound
    ) async throws -> PreparedRound {
        let installation = try await Installation.open(configuration)
        let round = try make(installation)
        try await PreparedStaff.lay(in: installation.register, at: now)
        try await round.lay(in: installation, stage, marks: marks ?? round.everybodyPresent)
        try installation.storage.close()
        return round
    }

    private var everybodyPresent: [Int: AttendanceMark] {
        Dictionary(uniqueKeysWithValues: codes.indices.map { ($0, .present) })
    }

    private func driven(over service: TestService) -> TestRound {
        TestRound(
            service: service, secretary: PreparedStaff.client(.secretary, service),
            board: PreparedStaff.client(.board, service), name: Self.name, codes: codes, memberKey: memberKey,
            boardKey: boardKey, manifest: manifest)
    }

    // MARK: - Laying it

    func lay(
        in installation: Installation, _ stage: Stage, marks: [Int: AttendanceMark], as name: String = Self.name
    ) async throws {
        let register = installation.register
        try await register.create(
            RoundEntry(
                id: name, kind: "recognition", state: Stage.draft.rawValue, title: "Đợt thử", year: 2026,
                createdAt: 0))
        for (document, bytes) in documents {
            try await register.store(bytes, as: document.rawValue, of: name, .replaceable)
        }
        let stages: [Stage] = [.draft, .frozen, .issuing, .voting]
        guard stage != .draft, let last = stages.firstIndex(of: stage) else { return }
        try await freeze(in: installation, as: name)
        try await register.mark(
            Dictionary(uniqueKeysWithValues: marks.map { (manifest.voters[$0.key].id, $0.value) }), in: name,
            while: nil)
        for (from, target) in zip(stages[1..<last], stages[2...]) {
            try await register.move(
                name, by: RoundTransition(from: [from.rawValue], to: target.rawValue, at: 0))
        }
    }

    private func freeze(in installation: Installation, as name: String) async throws {
        let roundID = manifest.roundID
        let spool = try await installation.storage.createSpool(
            of: roundID.bytes, tokenKeys: tokenKeys,
            gatewayKey: manifest.casting.map { _ in SecretBytes(copying: Self.gateway.scalar) })
        try await spool.shutDown()
        try await installation.register.move(
            name,
            by: RoundTransition(
                from: [Stage.draft.rawValue], to: Stage.frozen.rawValue, at: 0,
                documents: ["manifest": manifest.bytes, "guidance": guidance], roundID: roundID.bytes))
        try await installation.register.addBoardSignature(
            FreezeSignature(member: 0, of: manifest, signedBy: memberKey).signature, by: 0, at: .freeze, in: name)
    }
}

extension PreparedRound {
    /// A round with fresh keys but for the tokens'.
    /// - Parameters:
    ///   - units: a table; two units of the example where nil.
    ///   - tokenKeys: public ones, of which nobody has the private ones; those of `signing` where nil.
    ///   - signing: private ones, PKCS#8; those of the vectors, of which there are eight, where nil.
    ///   - relays: through which slips may come.
    init(
        in installation: Installation, voters count: Int, draft json: JSONValue = TestRound.draft,
        units table: [UInt8]? = nil, tokenKeys: [TokenKey]? = nil, relays: [RelayReference] = [],
        signing privateKeys: [SecretBytes]? = nil
    ) throws {
        self.tokenKeys = try privateKeys ?? RoundVectors().tokenKeys()
        let draft = try RoundDraft(stored: json.encoded())
        let profile = try installation.profile(draft.guidance)
        let units = DraftUnits(
            try UnitTable(parsing: table ?? TestRound.units(self.tokenKeys.count / 4), profile: profile))
        codes = try (0..<count).map { _ in try AccessCode.random() }
        let voters = try DraftVoters(VoterTable(parsing: TestRound.voters(codes)))
        (memberKey, boardKey, guidance) = (SigningKey(), SigningKey(), profile.bytes)
        let board = CountingBoard(
            threshold: 1, members: [BoardMember(name: "Trưởng ban kiểm phiếu", key: memberKey.publicKey)],
            publicKey: boardKey.publicKey)
        var terms = try RoundTerms(
            kind: draft.kind, title: draft.title, year: draft.year, authority: draft.authority,
            guidance: GuidanceReference(id: profile.id, sha256: Hash.digest(profile.bytes)), rules: profile.rules,
            criteria: draft.kind == .annulment ? [.annulment] : profile.criteria.map(\.value),
            units: units.entries.map(\.unit),
            voters: voters.entries.compactMap { entry in
                entry.credentialKey.map { Voter(id: entry.id, name: entry.name, credentialKey: $0) }
            },
            issuerName: installation.issuerName, board: board, service: installation.serviceKeys)
        terms.casting = Casting(
            gateway: GatewayKey(try VerifyingKey(Self.gateway.configuration.publicKey)), relays: relays)
        let publicKeys = try tokenKeys ?? self.tokenKeys.map { try TokenKey(RSAPrivateKey(pkcs8: $0).publicKey) }
        manifest = try terms.frozen(tokenKeys: Array(publicKeys.prefix(terms.contestCount)))
        documents = [
            .draft: json.encoded(), .units: units.stored, .voters: voters.stored,
            .board: board.json.encoded(),
        ]
    }
}
