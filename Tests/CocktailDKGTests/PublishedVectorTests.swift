import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import CocktailDKG

/// Every value of the published vectors, from the seed on.
struct PublishedVectorTests {
    @Test(arguments: 0..<4)
    func setup(place: Int) throws {
        let published = try PublishedSession(place)
        let config = try published.object.member("config").looseObject()
        let participants = try (1...published.session.participantCount).map { try published.participant($0) }
        #expect(try participants.map(\.staticKey.bytes.unwipedCopy) == config.hexList("static_secret_keys"))
        #expect(participants.map(\.index) == Array(1...published.session.participantCount))
        let context = try DKGSession.context(
            sessionID: published.object.hexBytes("session_tag"), staticKeys: published.session.staticKeys)
        #expect(context == published.session.context)
    }

    @Test(arguments: 0..<4)
    func round1(place: Int) throws {
        let published = try PublishedSession(place)
        for (expected, message) in try zip(published.round("round1"), published.messages()) {
            let dealing = message.dealing
            #expect(try dealing.ephemeralKey.compressed == expected.hexBytes("ephemeral_public_key"))
            #expect(try dealing.commitment.points.map(\.compressed) == expected.hexList("vss_commitment"))
            #expect(try dealing.proofOfPossession.bytes == expected.hexBytes("pop"))
            #expect(try message.ciphertexts == expected.hexList("encrypted_shares"))
            #expect(try Round1Message(message.bytes, in: published.session) == message)
        }
    }

    /// The proof's steps, each from what the vectors hold of the one before.
    @Test(arguments: 0..<4)
    func proofOfPossession(place: Int) throws {
        let published = try PublishedSession(place)
        for (expected, message) in try zip(published.round("round1"), published.messages()) {
            let steps = try expected.member("pop_intermediate").looseObject()
            let (dealing, proven) = (message.dealing, try steps.hexBytes("message"))
            #expect(
                Dealing.provenMessage(published.session.context, dealing.commitment, dealing.ephemeralKey) == proven)
            let nonceInput = try steps.hexBytes("nonce_input")
            let key = try P256Scalar(Array(nonceInput[30..<62]))
            #expect(SchnorrSignature.nonceInput(proven, by: key).unwipedCopy == nonceInput)
            let nonce = try Ciphersuite.hashToScalar(SecretBytes(copying: nonceInput))
            #expect(try nonce.bytes.unwipedCopy == steps.hexBytes("nonce"))
            let commitment = try P256Point.generator * nonce
            #expect(try commitment.compressed == steps.hexBytes("nonce_commitment"))
            let challengeInput = try steps.hexBytes("challenge_input")
            #expect(
                SchnorrSignature.challengeInput(commitment, dealing.commitment.points[0], proven) == challengeInput)
            let challenge = try Ciphersuite.hashToScalar(SecretBytes(copying: challengeInput))
            #expect(try challenge.bytes.unwipedCopy == steps.hexBytes("challenge"))
        }
    }

    @Test(arguments: 0..<4)
    func round2(place: Int) throws {
        let published = try PublishedSession(place)
        let (messages, session) = (try published.messages(), published.session)
        for expected in try published.round("round2") {
            let index = try expected.member("participant_id").integer()
            let received = try Round2Message(Round2Message(for: index, from: messages).bytes, in: session)
            let share = try published.participant(index).combine(received.shares)
            #expect(try share.secret.bytes.unwipedCopy == expected.hexBytes("secret_share"))
            #expect(
                try share.keys.verificationShares[index - 1].compressed == expected.hexBytes("verification_share"))
            #expect(try share.keys.groupKey.compressed == published.object.hexBytes("group_public_key"))
            let empty = [[UInt8]](repeating: [], count: session.participantCount)
            #expect(share.payloads == (published.payloads.isEmpty ? empty : published.payloads))
        }
    }

    @Test(arguments: 0..<4)
    func round3(place: Int) throws {
        let published = try PublishedSession(place)
        let (certificate, round) = (
            try published.certificate(), try published.object.member("round3").looseObject()
        )
        #expect(try HashFunction.sha256(certificate.transcript.bytes) == round.hexBytes("transcript_hash"))
        let signatures = try round.member("signatures").array().map { try $0.looseObject().hexBytes("signature") }
        #expect(certificate.signatures.map(\.bytes) == signatures)
        #expect(try certificate.verified().groupKey.compressed == published.object.hexBytes("group_public_key"))
        let read = try Transcript(certificate.transcript.bytes)
        #expect(read.dealings == certificate.transcript.dealings)
        #expect(read.session.context == published.session.context)
        #expect(try read.extension == published.object.hexBytes("extension"))
    }

    @Test(arguments: [0, 3])
    func recovery(place: Int) throws {
        let published = try PublishedSession(place)
        let expected = try published.object.member("recovery").looseObject()
        let bundle = try expected.hexList("ciphertexts").flatMap(\.framed)
        let index = try expected.member("participant_id").integer()
        let recovered = try published.certificate().recovered(
            by: published.participant(index).staticKey, from: bundle,
            maximumPayloadByteCount: published.session.maximumPayloadByteCount)
        #expect(try recovered.secret.bytes.unwipedCopy == expected.hexBytes("recovered_secret_share"))
        #expect(
            try recovered.keys.verificationShares[index - 1].compressed
                == expected.hexBytes("recovered_verification_share"))
    }

    /// The vectors' own rule for their extension.
    @Test func payloadExtension() throws {
        let published = try PublishedSession(3)
        #expect(try published.payloads == (1...3).map { try published.derived("payload_\($0)") })
        let fields =
            ([published.payloads.count] + []).map { [UInt8](littleEndian: UInt64($0)) }
            + published.payloads.map { [UInt8](littleEndian: UInt64($0.count)) + $0 }
        #expect(try HashFunction.sha256(fields.flatMap { $0 }) == published.object.hexBytes("extension"))
    }
}
