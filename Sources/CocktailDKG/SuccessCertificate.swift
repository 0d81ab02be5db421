public import OpenSSLKit
import StrictEncoding

/// A transcript with every participant's signature: what anybody can check of how a key was made.
public struct SuccessCertificate: Hashable, Sendable {
    public let transcript: Transcript

    /// One of each participant, in order.
    public let signatures: [SchnorrSignature]

    public init(transcript: Transcript, signatures: [SchnorrSignature]) {
        (self.transcript, self.signatures) = (transcript, signatures)
    }

    /// Checks every proof of possession and every signature.
    /// - Throws: `DKGFault` naming the first participant whose proof or signature does not hold; `DegenerateKey`;
    ///   `DKGSetupError.participantCount` for another number of signatures; `OpenSSLError`.
    public func verified() throws -> GroupKeys {
        let session = transcript.session
        guard signatures.count == session.participantCount else { throw DKGSetupError.participantCount }
        for (place, dealing) in transcript.dealings.enumerated() { try session.check(dealing, of: place + 1) }
        for (place, signature) in signatures.enumerated() {
            guard try signature.isValid(of: transcript.bytes, by: session.staticKeys[place]) else {
                throw DKGFault(participant: place + 1, .certificate)
            }
        }
        return try GroupKeys(of: transcript.dealings.map(\.commitment))
    }

    /// A participant's share from what is public, the ciphertexts that were dealt to it, and its static key ("Share
    /// Recovery").
    ///
    /// - Parameters:
    ///   - staticKey: says which participant it is.
    ///   - bundle: n × (u64 length || ciphertext), in the dealers' order.
    ///   - maximumPayloadByteCount: how long a payload of that session may be.
    /// - Throws: as `verified()` and `Participant.combine`; `MalformedInput` for another bundle.
    public func recovered(
        by staticKey: P256Scalar, from bundle: [UInt8], maximumPayloadByteCount: Int = 0
    ) throws -> KeyShare {
        _ = try verified()
        let (past, dealings) = (transcript.session, transcript.dealings)
        let session = try DKGSession(
            threshold: past.threshold, staticKeys: past.staticKeys, context: past.context,
            maximumPayloadByteCount: maximumPayloadByteCount)
        var reader = ByteReader(bundle, of: "bundle")
        let ciphertexts = try reader.framedCiphertexts(of: session)
        try reader.finish()
        return try Participant(in: session, staticKey: staticKey)
            .combine(zip(dealings, ciphertexts).map(DealtShare.init))
    }
}
