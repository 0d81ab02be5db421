import OpenSSLKit
import TestSupport

@testable import CocktailDKG

/// A session with everybody's secrets at hand.
struct SmallSession {
    let session: DKGSession
    let participants: [Participant]
    var messages: [Round1Message]

    init(_ threshold: Int, of count: Int, context: String = "a session") throws {
        let keys = try (0..<count).map { _ in try P256Scalar.random() }
        let session = try DKGSession(
            threshold: threshold, staticKeys: keys.map { try P256Point.generator * $0 }, context: Array(context.utf8))
        self.session = session
        participants = try keys.map { try Participant(in: session, staticKey: $0) }
        messages = try participants.map { try $0.deal() }
    }

    /// What goes to a participant, from 1.
    func shares(for index: Int) -> [DealtShare] { messages.map { $0.part(for: index) } }

    func combine(_ index: Int) throws -> KeyShare { try participants[index - 1].combine(shares(for: index)) }

    func certificate(extension: [UInt8] = []) throws -> SuccessCertificate {
        let transcript = Transcript(of: session, dealings: messages.map(\.dealing), extension: `extension`)
        return SuccessCertificate(
            transcript: transcript, signatures: try participants.map { try $0.certify(transcript) })
    }

    func bundle(for index: Int) -> [UInt8] { messages.flatMap { $0.ciphertexts[index - 1].framed } }

    /// The dealer's message with another share in it, which opens: what a liar sends, with a commitment of its own.
    func message(of dealer: Int, lyingTo recipient: Int, saying share: P256Scalar) throws -> Round1Message {
        let (ephemeral, liar) = (try P256Scalar.random(), participants[dealer - 1])
        let polynomial = try Polynomial(degree: session.threshold - 1, drawing: P256Scalar.random)
        let dealing = try Dealing(polynomial, ephemeralKey: P256Point.generator * ephemeral, in: session)
        let ciphertexts = try (1...session.participantCount).map { place in
            let honest = try polynomial.evaluated(at: place)
            return try ShareChannel(to: place, of: liar, ephemeral: ephemeral)
                .seal(place == recipient ? share : honest, payload: [])
        }
        return Round1Message(dealing, ciphertexts)
    }
}
