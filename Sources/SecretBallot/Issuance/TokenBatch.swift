public import BallotTokens
import StrictEncoding

/// A voter's one request: a token request for every contest, in the contests' order.
public struct TokenBatch: Sendable {
    public let requests: [TokenRequest]

    /// H(TokenRequest_0 || … || TokenRequest_{C−1}): two batches are the same if this is.
    public let digest: [UInt8]

    init(_ requests: [TokenRequest]) {
        self.requests = requests
        digest = Hash.digest(requests.flatMap(\.bytes))
    }

    /// Parses the requests of a batch for `contests`.
    /// - Throws: `IssuanceFault`: `batchLength`, or `request` or `blindedMessage` with the place of the first bad one.
    public init(_ requests: [[UInt8]], for contests: [Contest]) throws(IssuanceFault) {
        guard requests.count == contests.count else { throw .batchLength(expected: contests.count) }
        var parsed: [TokenRequest] = []
        parsed.reserveCapacity(requests.count)
        for (contest, bytes) in zip(contests, requests) {
            parsed.append(try Self.request(bytes, for: contest))
        }
        self.init(parsed)
    }

    private static func request(_ bytes: [UInt8], for contest: Contest) throws(IssuanceFault) -> TokenRequest {
        do {
            let request = try TokenRequest(parsing: bytes)
            try request.check(for: contest.tokenKey)
            return request
        } catch {
            guard error.reason != .outOfRange else { throw .blindedMessage(contest: contest.index) }
            throw .request(contest: contest.index, reason: error.description)
        }
    }

    /// What two batches of a voter are the same by: the same requests with another device key are another batch.
    /// - Parameter deviceKey: nil in version 1.
    public func digest(for deviceKey: VerifyingKey?) -> [UInt8] {
        deviceKey.map { Hash.digest(digest + $0.bytes) } ?? digest
    }

    /// - Parameter deviceKey: nil in version 1.
    func message(of manifest: Manifest, deviceKey: VerifyingKey?) -> [UInt8] {
        message(of: manifest.roundID, in: manifest.version, deviceKey: deviceKey)
    }

    func message(of roundID: RoundID, in version: ProtocolVersion, deviceKey: VerifyingKey?) -> [UInt8] {
        Label.issue.message(version, roundID.bytes, digest, deviceKey?.bytes ?? [])
    }

    /// Whether the voter signed this very batch, with this very device key, for this very round.
    public func isSigned(
        by voter: Voter, deviceKey: VerifyingKey?, of manifest: Manifest, signature: [UInt8]
    ) -> Bool {
        voter.credentialKey.isValid(signature, over: message(of: manifest, deviceKey: deviceKey))
    }
}

/// Why a request for tokens is refused.
public enum IssuanceFault: Error, Sendable, Hashable, CustomStringConvertible {
    case batchLength(expected: Int)
    case request(contest: Int, reason: String)

    /// A blinded message that is not below its contest's modulus.
    case blindedMessage(contest: Int)
    case signature

    /// A device key that is one of the manifest's.
    case deviceKeyOfRound

    /// A device key that stands on another voter's line of the roll.
    case deviceKeyOfAnother

    public var description: String {
        switch self {
        case .batchLength(let expected): "a batch has one token request for each of the \(expected) contests"
        case .request(let contest, let reason): "token request \(contest): \(reason)"
        case .blindedMessage(let contest): "token request \(contest): the blinded message is not below the modulus"
        case .signature: "the batch is not signed with the voter's credential key"
        case .deviceKeyOfRound: "the device key is a key of the manifest"
        case .deviceKeyOfAnother: "the device key is another voter's"
        }
    }
}
