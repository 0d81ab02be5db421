import BallotTokens
import ObliviousHTTP
import OpenSSLKit
import Recognition
import StrictEncoding
import TestRounds
import TestSupport

@testable import Relay
@testable import SecretBallot

/// A round of two contests and six voters with a relay, and whatever its members' devices hand over.
struct MixWorld: Sendable {
    static let slips = 2
    static let voters = 6
    static let shared = Result { try MixWorld() }
    static let issuer = SmallTerms.issuerName

    let manifest: Manifest
    let receiptKey: SigningKey
    let relayKey: SigningKey
    let gateway = ObliviousGateway(identifier: 1)
    private let codes: [AccessCode]

    /// Of an encapsulated request of this round.
    static var messageByteCount: Int { (try? shared.get().form.messageByteCount) ?? 0 }

    let form: BundleForm
    private let members: [MixMember]

    init(relayKey: SigningKey = SigningKey()) throws {
        self.relayKey = relayKey
        let small = try SmallTerms(voters: Self.voters, criteria: Array(Criterion.four.prefix(Self.slips)))
        (codes, receiptKey) = (small.codes, small.receiptKey)
        var terms = small.terms
        terms.casting = Casting(
            gateway: try GatewayKey(VerifyingKey(gateway.configuration.publicKey)),
            relays: [
                RelayReference(name: "Tỉnh", url: "https://other.example", key: SigningKey().publicKey),
                RelayReference(name: "Huyện", url: "https://relay.example", key: relayKey.publicKey),
            ])
        let manifest = try terms.frozen(
            tokenKeys: (0..<Self.slips).map { _ in
                try TokenIssuer(RSAPrivateKey.generate()).key
            })
        let (form, codes, receiptKey) = (try SlipEnvelopes(of: manifest).form, small.codes, small.receiptKey)
        self.manifest = manifest
        self.form = form
        members = try (0..<Self.voters).map { try MixMember($0, device: $0, codes[$0], manifest, form, receiptKey) }
    }

    /// The same member each time it is asked for.
    func member(_ number: Int) -> MixMember { members[number] }

    /// One voter with another device than the usual, and another bundle.
    func member(_ number: Int, device: Int) throws -> MixMember {
        try MixMember(number, device: device, codes[number], manifest, form, receiptKey)
    }

    /// `closing.json` and a roll of these voters, as the service would publish them.
    func closing(_ members: [MixMember], at time: Int = 1_795_000_000) throws -> (closing: [UInt8], roll: [UInt8]) {
        try closing(RollEntry.roll(members.sorted { $0.voter < $1.voter }.map(\.entry)), at: time)
    }

    /// The same over a roll of any kind.
    func closing(_ roll: [UInt8], at time: Int = 1_795_000_000) throws -> (closing: [UInt8], roll: [UInt8]) {
        let closing = Closing(closedAt: time, rollHash: Hash.digest(roll), of: manifest.roundID)
        return (try ClosingDocument(closing, signedBy: receiptKey).bytes, roll)
    }
}

/// A member with a device, and a bundle of messages that nobody can open: to a relay they are all alike.
struct MixMember: Sendable {
    let voter: String
    let key: SigningKey

    /// The voter's line of the roll.
    let entry: RollEntry
    let issued: [UInt8]
    let bundle: Bundle
    private let manifest: Manifest

    init(
        _ number: Int, device: Int, _ code: AccessCode, _ manifest: Manifest, _ form: BundleForm,
        _ receiptKey: SigningKey
    ) throws {
        let voting = try VotingDevice(manifest, code: code)
        guard let key = voting.deviceKey else { throw MalformedInput(.missingMember, at: "deviceKey") }
        (self.key, entry) = (key, voting.tokenRequest)
        voter = "uv-\(number)"
        self.manifest = manifest
        issued = try Issued.sign(voter, deviceKey: key.publicKey, of: manifest, with: receiptKey)
        var random = SeededRandom(UInt64(number * 100 + device))
        let header = try KeyConfiguration(parsing: manifest.casting?.gateway.configuration ?? []).header
        bundle = try Bundle(
            salt: random.bytes(32),
            (0..<form.count).map { _ in header + random.bytes(form.messageByteCount - header.count) }, of: form)
    }

    func handover(of other: Bundle? = nil, atLeast: Int, to relay: Int = 1) throws -> Handover {
        try Handover(
            other ?? bundle, of: voter, deviceKey: key, issued: issued, atLeast: atLeast, to: relay, of: manifest)
    }

    func release(signing hash: [UInt8]? = nil) throws -> ReleaseRequest {
        let value: JSONValue = [
            "voter": .string(voter), "deviceKey": .bytes(key.publicKey.bytes), "issued": .bytes(issued),
            "signature": .bytes(try Release.sign(hash ?? bundle.hash, of: manifest, with: key)),
        ]
        return try ReleaseRequest(value.encoded())
    }
}

extension JSONValue {
    /// The same object with another value of one member.
    func replacing(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.map { $0.name == name ? Member(name, value) : $0 })
    }
}
