import CocktailDKG
import OpenSSLKit
import StrictEncoding

/// A board member's own device in one attempt of several at making the board's key.
///
/// It takes what the service hands out, step by step, each time the same with the same result, and says what it has to
/// say next. Whoever runs it keeps `json` before anything of it is sent, so that a device that stopped anywhere goes on
/// with the same bytes: a second msg1 would be evidence against its member.
public struct CeremonyDevice: Sendable {
    /// The member's name.
    public let name: String

    let key: SigningKey
    let dkgKey: P256Scalar

    /// What it brings to the attempt.
    public let registration: CeremonyMember

    var attempt: Attempt?

    /// A device for a member's first attempt.
    /// - Throws: `OpenSSLError`.
    public init(name: String) throws { try self.init(name: name, key: SigningKey()) }

    /// A device for the next attempt: the member's key stays, everything else is made afresh.
    /// - Throws: `OpenSSLError`.
    public func forAnotherAttempt() throws -> CeremonyDevice { try CeremonyDevice(name: name, key: key) }

    private init(name: String, key: SigningKey) throws {
        try self.init(
            name: name, key: key, dkgKey: P256Scalar.random(), random: SecretBytes(random: 32).unwipedCopy)
    }

    init(name: String, key: SigningKey, dkgKey: P256Scalar, random: [UInt8]) throws {
        (self.name, self.key, self.dkgKey) = (name, key, dkgKey)
        registration = CeremonyMember(
            key: key.publicKey, dkgKey: try P256Point.generator * dkgKey, random: random)
    }

    // MARK: - What it says

    /// When the members are known.
    public var commitment: SignedCommitment? { attempt?.commitment }

    /// When all have committed.
    public var firstMessage: SignedFirstMessage? { attempt?.firstMessage }

    /// When a share cannot be used: the attempt is over, whoever is at fault.
    public var accusation: Accusation? { attempt?.accusation }

    /// When all shares are good: this member's signature over the transcript, 65 bytes.
    public var certification: [UInt8]? { attempt?.certification?.bytes }

    /// When all have certified.
    public var transcript: BoardTranscript? { attempt?.transcript }

    // MARK: - What it takes

    /// The members, and how many of them open. A device takes part once with its keys.
    /// - Throws: `CeremonyFault.notAMember`, `.otherCeremony`; an error of the cryptographic library.
    public mutating func join(_ ceremony: BoardCeremony) throws {
        if let attempt {
            guard attempt.ceremony == ceremony else { throw CeremonyFault.otherCeremony }
            return
        }
        guard let place = ceremony.place(of: registration) else { throw CeremonyFault.notAMember }
        let message = try Participant(in: ceremony.session, staticKey: dkgKey).deal().bytes
        attempt = Attempt(
            ceremony: ceremony, place: place, message: message,
            commitment: try SignedCommitment(to: message, by: place, in: ceremony, signedBy: key))
    }

    /// All members' commitments, in order: only now does this device show its msg1.
    /// - Throws: `CeremonyFault`; an error of the cryptographic library.
    public mutating func take(_ commitments: [SignedCommitment]) throws {
        guard var attempt else { throw CeremonyFault.tooEarly }
        try attempt.take(commitments, key: key)
        self.attempt = attempt
    }

    /// All members' msg1, in order. A share that cannot be used is no error here: `accusation` is what there is then.
    /// - Throws: `CeremonyFault`; `DegenerateKey`; an error of the cryptographic library.
    public mutating func take(_ messages: [SignedFirstMessage]) throws {
        guard var attempt else { throw CeremonyFault.tooEarly }
        try attempt.take(messages, key: key, dkgKey: dkgKey)
        self.attempt = attempt
    }

    /// All members' signatures over the transcript, in order.
    /// - Throws: `CeremonyFault`; an error of the cryptographic library.
    public mutating func take(certifications: [[UInt8]]) throws {
        guard var attempt else { throw CeremonyFault.tooEarly }
        try attempt.take(certifications: certifications)
        self.attempt = attempt
    }

    /// The member's keys for the rest of the round; nil before all have certified.
    public var holder: BoardKeyHolder? {
        guard let attempt, let transcript = attempt.transcript, let share = attempt.share else { return nil }
        return BoardKeyHolder(
            name: name, key: key, dkgKey: dkgKey, share: share.secret, place: attempt.place,
            board: BoardKeyHolder.Made(
                members: attempt.ceremony.members.map(\.key), transcript: transcript.hash))
    }
}
