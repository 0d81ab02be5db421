public import OpenSSLKit
import StrictEncoding

/// One who takes part in a session: deals shares, takes the others', and certifies what came out.
///
/// It keeps nothing from round to round but its static key: what it dealt itself comes back to it as a share of its
/// own.
public struct Participant: Sendable {
    public let session: DKGSession

    /// From 1.
    public let index: Int

    let staticKey: P256Scalar

    /// - Throws: `DKGSetupError.notAParticipant`; `OpenSSLError`.
    public init(in session: DKGSession, staticKey: P256Scalar) throws {
        let publicKey = try P256Point.generator * staticKey
        guard let place = session.staticKeys.firstIndex(of: publicKey) else { throw DKGSetupError.notAParticipant }
        (self.session, self.staticKey, index) = (session, staticKey, place + 1)
    }

    /// Round 1: a fresh polynomial, and its values to everybody. Once a session: what comes out is to be kept before
    /// any of it is sent.
    ///
    /// - Parameters:
    ///   - random: gives the t coefficients from a₀ upwards, then the ephemeral key; zeros are passed over.
    ///   - payloads: what goes along with each participant's share; none for none.
    /// - Throws: `DKGSetupError.participantCount` for another number of payloads; `OpenSSLError`, and what `random`
    ///   throws.
    public func deal(
        drawing random: () throws -> P256Scalar = P256Scalar.random, payloads: [[UInt8]] = []
    ) throws -> Round1Message {
        guard payloads.isEmpty || payloads.count == session.participantCount else {
            throw DKGSetupError.participantCount
        }
        let polynomial = try Polynomial(degree: session.threshold - 1, drawing: random)
        let ephemeral = try nonzero(random)
        let dealing = try Dealing(polynomial, ephemeralKey: P256Point.generator * ephemeral, in: session)
        let ciphertexts = try (1...session.participantCount).map { recipient in
            let channel = try ShareChannel(to: recipient, of: self, ephemeral: ephemeral)
            let payload = payloads.isEmpty ? [] : payloads[recipient - 1]
            return try channel.seal(polynomial.evaluated(at: recipient), payload: payload)
        }
        return Round1Message(dealing, ciphertexts)
    }

    /// Round 2: checks every dealing, opens and checks every share, and adds them up.
    ///
    /// - Parameter shares: one of each dealer, in order, this participant's own among them.
    /// - Throws: `DKGFault` naming the first dealer at fault; `DegenerateKey`; `DKGSetupError.participantCount` for
    ///   another number of shares; `OpenSSLError`.
    public func combine(_ shares: [DealtShare]) throws -> KeyShare {
        guard shares.count == session.participantCount else { throw DKGSetupError.participantCount }
        for (place, share) in shares.enumerated() { try session.check(share.dealing, of: place + 1) }
        let opened = try shares.enumerated().map { try open($1, from: $0 + 1) }
        let keys = try GroupKeys(of: shares.map(\.dealing.commitment))
        let secret = try opened.reduce(P256Scalar(0)) { try $0 + $1.share }
        guard try P256Point.generator * secret == keys.verificationShares[index - 1] else { throw DegenerateKey() }
        return KeyShare(secret: secret, keys: keys, payloads: opened.map(\.payload))
    }

    /// The share of one dealer, checked against its commitment, and what came along.
    /// - Throws: `DKGFault`; `OpenSSLError`.
    func open(_ share: DealtShare, from dealer: Int) throws -> (share: P256Scalar, payload: [UInt8]) {
        try ShareChannel(from: dealer, to: self, ephemeralKey: share.dealing.ephemeralKey)
            .open(share, from: dealer, at: index)
    }

    /// Round 3.
    /// - Throws: `OpenSSLError`.
    public func certify(_ transcript: Transcript) throws -> SchnorrSignature {
        try SchnorrSignature(of: transcript.bytes, by: staticKey)
    }
}

/// What a participant has in the end.
public struct KeyShare: Sendable {
    /// x: this participant's share of the group's secret key.
    public let secret: P256Scalar
    public let keys: GroupKeys

    /// What each dealer sent along.
    public let payloads: [[UInt8]]
}

extension DKGSession {
    /// Whether a dealer has the secret it committed to.
    /// - Throws: `DKGFault` naming it if not; `OpenSSLError`.
    public func check(_ dealing: Dealing, of dealer: Int) throws {
        guard dealing.commitment.points.count == threshold else {
            throw DKGFault(participant: dealer, .malformedMessage)
        }
        guard try dealing.isProven(in: self) else { throw DKGFault(participant: dealer, .proofOfPossession) }
    }

    /// A dealer's message of round 1 in all that everybody can check.
    /// - Throws: `DKGFault` naming the dealer; `OpenSSLError`.
    public func message(_ bytes: [UInt8], of dealer: Int) throws -> Round1Message {
        do {
            let message = try Round1Message(bytes, in: self)
            try check(message.dealing, of: dealer)
            return message
        } catch is MalformedInput { throw DKGFault(participant: dealer, .malformedMessage) }
    }
}
