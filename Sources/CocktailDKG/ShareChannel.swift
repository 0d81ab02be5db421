import OpenSSLKit

/// The key by which one share goes from its dealer to its recipient; both can make it, and nobody else.
struct ShareChannel: Sendable {
    private let key: SecretBytes
    private let nonce: [UInt8]

    /// The dealer's end.
    init(to recipient: Int, of dealer: Participant, ephemeral: P256Scalar) throws {
        let keys = dealer.session.staticKeys
        let publicKey = keys[recipient - 1]
        (key, nonce) = try Ciphersuite.shareKey(
            shared: (publicKey * ephemeral, publicKey * dealer.staticKey),
            ephemeralKey: P256Point.generator * ephemeral, sender: keys[dealer.index - 1], recipient: publicKey,
            context: dealer.session.context)
    }

    /// The recipient's end.
    init(from dealer: Int, to recipient: Participant, ephemeralKey: P256Point) throws {
        let keys = recipient.session.staticKeys
        let sender = keys[dealer - 1]
        (key, nonce) = try Ciphersuite.shareKey(
            shared: (ephemeralKey * recipient.staticKey, sender * recipient.staticKey), ephemeralKey: ephemeralKey,
            sender: sender, recipient: keys[recipient.index - 1], context: recipient.session.context)
    }

    func seal(_ share: P256Scalar, payload: [UInt8]) throws -> [UInt8] {
        let plaintext = SecretBytes(joining: [share.bytes, SecretBytes(copying: payload)])
        return try XAES256GCM.seal(plaintext, key: key, nonce: nonce)
    }

    /// Opens a share, and checks it against the dealer's commitment.
    /// - Throws: `DKGFault`; `OpenSSLError`.
    func open(_ dealt: DealtShare, from dealer: Int, at place: Int) throws -> (share: P256Scalar, payload: [UInt8]) {
        guard let plaintext = try XAES256GCM.open(dealt.ciphertext, key: key, nonce: nonce) else {
            throw DKGFault(participant: dealer, .undecryptableShare)
        }
        let share = try Self.scalar(in: plaintext, from: dealer)
        let expected = try dealt.dealing.commitment.evaluated(at: place)
        guard try P256Point.sum(of: [(.generator, share)]) == expected else {
            throw DKGFault(participant: dealer, .shareMismatch)
        }
        return (share, plaintext[Ciphersuite.scalarByteCount..<plaintext.count].unwipedCopy)
    }

    private static func scalar(in plaintext: SecretBytes, from dealer: Int) throws -> P256Scalar {
        guard plaintext.count >= Ciphersuite.scalarByteCount else {
            throw DKGFault(participant: dealer, .malformedShare)
        }
        do { return try P256Scalar(plaintext[0..<Ciphersuite.scalarByteCount], allowingZero: true) } catch is P256Error
        {
            throw DKGFault(participant: dealer, .malformedShare)
        }
    }
}
