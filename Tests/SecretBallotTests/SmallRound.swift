import BallotTokens
import OpenSSLKit
import Recognition
import StrictEncoding

@testable import SecretBallot

/// A round of one unit, made afresh with every private key at hand: four contests, three voters unless said otherwise.
struct SmallRound: Sendable {
    static let guidance = Array("{}".utf8)

    let manifest: Manifest
    let codes: [AccessCode]
    let issuers: [TokenIssuer]
    let boardKey = SigningKey()
    let memberKey = SigningKey()
    let receiptKey = SigningKey()
    let gatewayKey = SigningKey()
    let relayKey = SigningKey()
    let logKey: NoteSigner

    static let shared = Result { try SmallRound() }
    private static let sharedTwo = Result { try SmallRound(in: .two, issuers: shared.get().issuers) }

    /// The same for all tests that change nothing of it.
    static func shared(_ version: ProtocolVersion) throws -> SmallRound {
        try (version == .one ? shared : sharedTwo).get()
    }

    private let terms: RoundTerms

    /// - Parameters:
    ///   - issuers: of the four contests; nil makes their keys afresh.
    ///   - change: to the terms, before they are frozen.
    init(
        in version: ProtocolVersion = .one, voters: Int = 3, issuers: [TokenIssuer]? = nil,
        change: (inout RoundTerms) throws -> Void = { _ in }
    ) throws {
        codes = try (0..<voters).map { _ in try AccessCode.random() }
        self.issuers = try issuers ?? (0..<4).map { _ in try TokenIssuer(RSAPrivateKey.generate()) }
        guard let logKey = NoteSigner(name: "phieukin.test", seed: [UInt8](repeating: 7, count: 32)) else {
            throw MalformedInput(.wrongValue, at: "issuer")
        }
        self.logKey = logKey
        let half = CountingRule(Threshold(.moreThan, try Fraction(1, 2)), of: .summoned)
        var terms = RoundTerms(
            kind: .recognition, title: "Thử", year: 2026,
            authority: try Authority(
                name: "Đảng ủy xã", parent: "Tỉnh ủy", kind: .grassrootsCommittee, place: "Bum Tở"),
            guidance: try GuidanceReference(id: "thu", sha256: Hash.digest(Self.guidance)),
            rules: try BallotRules(attendance: half, turnout: half, approval: half), criteria: Criterion.four,
            units: [try Unit(id: "cb-01", name: "Chi bộ 1", kind: .subordinateCell)],
            voters: try codes.enumerated().map {
                Voter(id: "uv-\($0)", name: "Ủy viên \($0)", credentialKey: try $1.credential(in: version).publicKey)
            },
            issuerName: logKey.name,
            board: CountingBoard(
                threshold: 1, members: [BoardMember(name: "Trưởng ban", key: memberKey.publicKey)],
                publicKey: boardKey.publicKey),
            service: ServiceKeys(receiptKey: receiptKey.publicKey, logKey: logKey.publicKey))
        if version != .one {
            let relay = RelayReference(name: "Huyện ủy", url: "https://relay.example", key: relayKey.publicKey)
            terms.casting = Casting(gateway: GatewayKey(gatewayKey.publicKey), relays: [relay])
        }
        try change(&terms)
        self.terms = terms
        manifest = try terms.frozen(tokenKeys: self.issuers.map(\.key))
    }

    /// The device of the board's one member.
    var boardDevice: BoardDevice { BoardDevice(name: "Trưởng ban", signing: memberKey, opening: boardKey) }

    /// A device with its tokens.
    func device(_ voter: Int) throws -> VotingDevice {
        var device = try VotingDevice(manifest, code: codes[voter])
        let request = device.tokenRequest
        try device.finalize(responses(to: request), issued: issued(for: request))
        return device
    }

    func issued(for request: RollEntry) throws -> [UInt8]? {
        try request.deviceKey.map { key in
            try Issued.sign(request.voter, deviceKey: key, of: manifest, with: receiptKey)
        }
    }

    /// Another round of the same people with the same keys.
    func anotherManifest() throws -> Manifest {
        var terms = terms
        terms.title += " lại"
        return try terms.frozen(tokenKeys: issuers.map(\.key))
    }

    func responses(to request: RollEntry) throws -> [[UInt8]] {
        let batch = try TokenBatch(request.tokenRequests, for: manifest.contests)
        return try zip(issuers, batch.requests).map { try $0.issue($1) }
    }

    /// A slip that no device asked for: whoever holds the tokens' keys can make one.
    /// - Parameter issuer: the contest whose key signs the token; another than the slip's is a forgery.
    func slip(
        _ choice: Choice = .first, in contest: Int, key: SigningKey = SigningKey(), issuer: Int? = nil
    ) throws -> [UInt8] {
        let contest = manifest.contests[contest]
        let signer = issuers[issuer ?? contest.index]
        let pending = try TokenClient(key: signer.key, challenge: contest.challenge)
            .request(nonce: contest.nonce(for: key.publicKey.bytes))
        let token = try pending.finalize(signer.issue(pending.request))
        return try SlipMaker(manifest).slip(choice, in: contest, oneTimeKey: key, authenticator: token.authenticator)
    }

    /// The whole round as a record that holds, every voter marking `choices[voter]`.
    func record(_ choices: [[Choice]]) throws -> MemoryRecord {
        try SealedRoundParts(RoundGround(self, choices)).record()
    }
}
