import BallotTokens
import OpenSSLKit
import Recognition
import SecretBallot
import Storage
import StrictEncoding

/// What a voter's device is answered.
struct IssuedTokens: Sendable {
    /// One blind signature a contest.
    let responses: [[UInt8]]

    /// The service's word on the device key; nil in version 1.
    let issued: [UInt8]?

    var json: JSONValue {
        let value: JSONValue = ["tokenResponses": .array(responses.map(JSONValue.bytes))]
        return value.adding("issued", issued.map(JSONValue.bytes))
    }
}

/// A round between its freezing and its sealing: the one place where tokens are issued and slips taken.
///
/// Holds the contests' private token keys; they go when it goes.
final class LiveRound: Sendable {
    let manifest: Manifest
    let rollCall: RollCall
    let spool: any BallotSpool

    let check: SlipCheck
    let receiptKey: SigningKey
    let lanes: Lanes

    /// Opens what relays send; nil where the round has none of its own key.
    let gateway: SlipGateway?
    let relayTurns = RelayTurns()
    private let issuers: [TokenIssuer]
    private let deviceKeys: DeviceKeys

    init(
        _ manifest: Manifest, spool: any BallotSpool, state: RoundState, marks: [String: AttendanceMark],
        receiptKey: SigningKey, lanes: Lanes
    ) async throws {
        self.manifest = manifest
        self.spool = spool
        self.receiptKey = receiptKey
        self.lanes = lanes
        check = try SlipCheck(manifest)
        issuers = try await lanes.live.map(spool.tokenKeys()) { try TokenIssuer(RSAPrivateKey(pkcs8: $0)) }
        gateway = try await Self.gateway(of: manifest, keptIn: spool)
        let issuances = try await spool.issuances()
        deviceKeys = try await lanes.records.run { try DeviceKeys(issuances, of: manifest) }
        rollCall = RollCall(
            voterCount: manifest.voters.count, state: state, marks: marks,
            issued: issuances.map { manifest.voters[$0.voter].id })
    }

    // MARK: - Tokens

    /// Issues a voter's tokens, once; the same batch again gets the same answer until sealing.
    /// - Throws: `Problem`, `IssuanceFault`, `StorageError`.
    func issue(_ request: RollEntry) async throws -> IssuedTokens {
        guard let position = manifest.position(ofVoter: request.voter) else { throw Problem(.voterUnknown) }
        let batch = try TokenBatch(request.tokenRequests, for: manifest.contests)
        guard
            batch.isSigned(
                by: manifest.voters[position], deviceKey: request.deviceKey, of: manifest, signature: request.signature)
        else { throw IssuanceFault.signature }
        try await keep(request, batch, of: position)
        return IssuedTokens(
            responses: try await sign(batch),
            issued: try request.deviceKey.map {
                try Issued.sign(request.voter, deviceKey: $0, of: manifest, with: receiptKey)
            })
    }

    /// Makes the roll's line durable: the first of a voter stands.
    private func keep(_ request: RollEntry, _ batch: TokenBatch, of position: Int) async throws {
        try rollCall.admit(request.voter)
        defer { rollCall.settled() }
        let claim = try request.deviceKey.map { try deviceKeys.claim($0, for: position) }
        let issuance = Issuance(
            voter: position, batchDigest: batch.digest(for: request.deviceKey), batch: request.json.encoded())
        guard try await spooled({ try await spool.issue(issuance) }) != .differs else {
            if let claim { deviceKeys.release(claim) }
            throw Problem(.alreadyIssued)
        }
    }

    private func sign(_ batch: TokenBatch) async throws -> [[UInt8]] {
        try await lanes.live.map(Array(zip(issuers, batch.requests))) { issuer, request in try issuer.issue(request) }
    }

    // MARK: - Slips

    /// Takes a slip, the first of its slipID for good.
    /// - Returns: the receipt, when the slip is durable.
    /// - Throws: `Problem`, `SlipFault`, `StorageError`.
    func cast(_ bytes: [UInt8]) async throws -> [UInt8] {
        try requireTaking()
        let slip = try check.checked(bytes)
        let admission = try await spooled {
            try await spool.cast(slipID: slip.id, contest: slip.contest, slip: bytes)
        }
        guard admission != .differs else { throw Problem(.slipDiffers) }
        return try Receipt.sign(bytes, of: manifest, with: receiptKey)
    }

    /// - Throws: `Problem.wrongState` unless slips are taken.
    func requireTaking() throws(Problem) {
        guard rollCall.state.isTaking else { throw Problem.wrongState(rollCall.state.rawValue) }
    }

    /// What came while the box was being closed is told so; a service that merely stops says to try again.
    func spooled<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
        do {
            return try await body()
        } catch let error as StorageError where error.code == .closed && !rollCall.state.isLive {
            throw Problem.wrongState(rollCall.state.rawValue)
        }
    }

    var turnout: Turnout {
        let counts = spool.counts
        return Turnout(
            summoned: rollCall.summoned, present: rollCall.present, issued: counts.issued, slips: counts.slips)
    }

    // MARK: - Closing

    /// Who was present, as it will be sealed.
    func attendance() throws -> Attendance {
        let ids = manifest.voters.map(\.id)
        return try Attendance(
            present: ids.filter { rollCall.mark(of: $0) == .present },
            excused: ids.filter { rollCall.mark(of: $0) == .excused }, of: manifest)
    }

    /// To whom tokens were issued, in the manifest's order.
    func roll() async throws -> [UInt8] {
        try await spool.issuances().flatMap { $0.batch + [UInt8(ascii: "\n")] }
    }
}
