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
    let logKey: NoteSigner

    static let shared = Result { try SmallRound() }

    /// - Parameters:
    ///   - issuers: of the four contests; nil makes their keys afresh.
    ///   - change: to the terms, before they are frozen.
    init(
        voters: Int = 3, issuers: [TokenIssuer]? = nil, change: (inout RoundTerms) throws -> Void = { _ in }
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
                Voter(id: "uv-\($0)", name: "Ủy viên \($0)", credentialKey: try $1.credential().publicKey)
            },
            issuerName: logKey.name,
            board: CountingBoard(
                threshold: 1, members: [BoardMember(name: "Trưởng ban", key: memberKey.publicKey)],
                publicKey: boardKey.publicKey),
            service: ServiceKeys(receiptKey: receiptKey.publicKey, logKey: logKey.publicKey))
        try change(&terms)
        manifest = try terms.frozen(tokenKeys: self.issuers.map(\.key))
    }

    /// The device of the board's one member.
    var boardDevice: BoardDevice { BoardDevice(name: "Trưởng ban", signing: memberKey, opening: boardKey) }

    /// A device with its tokens.
    func device(_ voter: Int) throws -> VotingDevice {
        var device = try VotingDevice(manifest, code: codes[voter])
        try device.finalize(try responses(to: device.tokenRequest))
        return device
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
            .request(nonce: Contest.nonce(for: key.publicKey.bytes))
        let token = try pending.finalize(signer.issue(pending.request))
        return try SlipMaker(manifest).slip(choice, in: contest, oneTimeKey: key, authenticator: token.authenticator)
    }

    /// The whole round as a record that holds, every voter marking `choices[voter]`.
    func record(_ choices: [[Choice]]) throws -> MemoryRecord {
        try SealedRoundParts(RoundGround(self, choices)).record()
    }
}
