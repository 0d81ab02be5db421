import BallotTokens
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding

/// A round that exists in this process alone, with all its keys: what is measured without a service is measured on it.
struct SyntheticRound: Sendable {
    static let logName = "bench.phieukin.invalid"

    let manifest: Manifest
    let profile: GuidanceProfile
    let voters: [SyntheticVoter]
    let issuers: [TokenIssuer]
    let boardKey: SigningKey
    let memberKey: SigningKey
    let receiptKey: SigningKey
    let logKey: NoteSigner

    /// Makes the keys, on all cores.
    /// - Throws: `OpenSSLError`, `MalformedInput`, `BenchFault`.
    init(voters count: Int, units: Int) async throws {
        guard let profile = try GuidanceProfile.bundled("lai-chau-05-hd-tu"),
            let logKey = NoteSigner(name: Self.logName, seed: try SecretBytes(random: 32).unwipedCopy)
        else { throw BenchFault("the bundled guidance profile is missing") }
        (self.profile, self.logKey) = (profile, logKey)
        (boardKey, memberKey, receiptKey) = (SigningKey(), SigningKey(), SigningKey())
        voters = try (0..<count).map(SyntheticVoter.init)
        let contests = units * profile.criteria.count
        issuers = try await Array(0..<contests).onAllCores { _ in try TokenIssuer(RSAPrivateKey.generate()) }
        let board = CountingBoard(
            threshold: 1, members: [BoardMember(name: "Ban kiểm phiếu", key: memberKey.publicKey)],
            publicKey: boardKey.publicKey)
        let keys = ServiceKeys(receiptKey: receiptKey.publicKey, logKey: logKey.publicKey)
        manifest = try Self.terms(profile, units: units, voters, board, keys).frozen(tokenKeys: issuers.map(\.key))
    }

    private static func terms(
        _ profile: GuidanceProfile, units: Int, _ voters: [SyntheticVoter], _ board: CountingBoard, _ keys: ServiceKeys
    ) throws -> RoundTerms {
        RoundTerms(
            kind: .recognition, title: "Bench", year: 2026,
            authority: try Authority(
                name: "Đảng ủy xã", parent: "Đảng bộ tỉnh", kind: .grassrootsCommittee, place: "Xã"),
            guidance: try GuidanceReference(id: profile.id, sha256: Hash.digest(profile.bytes)),
            rules: profile.rules, criteria: profile.criteria.map(\.value),
            units: try (0..<units).map { try Unit(id: "cb-\($0)", name: "Chi bộ \($0)", kind: .subordinateCell) },
            voters: voters.map { Voter(id: $0.id, name: $0.id, credentialKey: $0.publicKey) },
            issuerName: logName, board: board, service: keys,
            casting: Casting(gateway: GatewayKey(SigningKey().publicKey), relays: []))
    }

    /// A voter's ballot, from the request to the slips.
    func ballot(of voter: Int) throws -> SyntheticBallot {
        var device = try VotingDevice(manifest, code: voters[voter].code)
        let request = device.tokenRequest
        let tokenRequests = try request.tokenRequests.map { try TokenRequest(parsing: $0) }
        let issued = try request.deviceKey.map {
            try Issued.sign(request.voter, deviceKey: $0, of: manifest, with: receiptKey)
        }
        try device.finalize(zip(issuers, tokenRequests).map { try $0.issue($1) }, issued: issued)
        try device.mark(SyntheticVoter.choices(of: voter, contests: manifest.contests.count))
        return try SyntheticBallot(device: device, tokenRequests: tokenRequests)
    }
}
