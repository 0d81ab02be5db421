import OpenSSLKit
import StrictEncoding
import TestSupport
import Testing

@testable import CocktailDKG
@testable import SecretBallot

/// The board of the worked round of version 2: how three members make a key, and two of them open.
struct Round2BoardTests {
    private let vectors: Round2Vectors
    private let given: JSONObjectReader
    private let members: [JSONObjectReader]
    private let ceremony: BoardCeremony

    init() throws {
        vectors = try Round2Vectors.shared.get()
        given = try vectors.root.object("ceremony")
        members = try given.objects("members")
        ceremony = try BoardCeremony(
            threshold: given.integer("threshold"), members: members.map { try CeremonyMember(among: $0) })
    }

    private func participant(_ member: JSONObjectReader) throws -> Participant {
        try Participant(in: ceremony.session, staticKey: P256Scalar(member.bytes("dkgSecret")))
    }

    private func messages() throws -> [Round1Message] {
        try members.map { try Round1Message($0.object("dealing").bytes("message"), in: ceremony.session) }
    }

    @Test func commitments() throws {
        #expect(try BoardCeremony.sessionID(ceremony.threshold, ceremony.members) == given.bytes("sessionID"))
        #expect(try ceremony.session.context == given.bytes("context"))
        for (place, member) in members.enumerated() {
            let key = ceremony.members[place].key
            #expect(try SigningKey(member.bytes("signingKey")).publicKey == key)
            let message = try member.object("dealing").bytes("message")
            let commitment = ceremony.commitment(to: message, of: place)
            #expect(try commitment == member.bytes("commitment"))
            let committed = ceremony.committedMessage(commitment, by: place)
            #expect(try member.object("committed").says(committed, signedBy: key))
            #expect(try member.object("sent").says(ceremony.msg1Message(message, by: place), signedBy: key))
        }
        let all = try members.map { try $0.bytes("commitment") }
        #expect(try BoardCeremony.transcriptExtension(all) == given.bytes("extension"))
    }

    @Test func dealings() throws {
        for member in members {
            let dealing = try member.object("dealing")
            var drawn = try dealing.bytesList("coefficients") + [dealing.bytes("ephemeralSecret")]
            let message = try participant(member).deal(drawing: { try P256Scalar(drawn.removeFirst()) })
            #expect(try message.dealing.commitment.points.flatMap(\.compressed) == dealing.bytes("commitment"))
            #expect(try message.dealing.proofOfPossession.bytes == dealing.bytes("proof"))
            #expect(try message.dealing.ephemeralKey.compressed == dealing.bytes("ephemeralKey"))
            #expect(try message.ciphertexts == dealing.bytesList("ciphertexts"))
            #expect(try message.bytes == dealing.bytes("message"))
        }
    }

    @Test func sharesAndCertifications() throws {
        let messages = try messages()
        let transcript = Transcript(
            of: ceremony.session, dealings: messages.map(\.dealing), extension: try given.bytes("extension"))
        #expect(try transcript.bytes == given.bytes("transcript"))
        for (place, member) in members.enumerated() {
            let participant = try participant(member)
            for (dealer, message) in messages.enumerated() {
                let share = try participant.open(message.part(for: place + 1), from: dealer + 1).share
                let dealt = try members[dealer].object("dealing").bytesList("shares")
                #expect(share.bytes.unwipedCopy == dealt[place])
            }
            let outcome = try participant.combine(messages.map { $0.part(for: place + 1) })
            #expect(try outcome.secret.bytes.unwipedCopy == member.bytes("share"))
            #expect(try outcome.keys.verificationShares[place].x962 == member.bytes("verificationShare"))
            #expect(try participant.certify(transcript).bytes == member.bytes("certification"))
        }
    }

    @Test func theManifestNamesTheTranscript() throws {
        let transcript = try BoardTranscript(vectors.file(.boardTranscript))
        #expect(transcript.contradiction(with: vectors.manifest.board) == nil)
        #expect(try transcript.hash == given.bytes("transcriptHash"))
        #expect(try transcript.keys.groupKey.x962 == given.bytes("publicKey"))
        let freeze = vectors.manifest.message(.freeze)
        for entry in try vectors.root.objects("freeze") {
            #expect(try entry.says(freeze, signedBy: ceremony.members[entry.integer("member")].key))
        }
        #expect(try BoardDocument(vectors.file(.board)).isComplete(in: vectors.manifest))
    }

    @Test func twoSharesOpen() throws {
        let keys = try BoardTranscript(vectors.file(.boardTranscript)).keys
        let entries = try vectors.root.objects("shares")
        let shares = try entries.map { try BoardShare(among: $0) }
        let opening = try Opening(shares, for: vectors.seal, of: vectors.manifest, keys: keys)
        #expect(try opening.boardPrivateKey == given.bytes("privateKey"))
        let places = shares.map { $0.member + 1 }
        for (entry, place) in zip(entries, places) {
            let message = Label.open.message(.two, try vectors.seal.hash, try entry.bytes("share"))
            #expect(try entry.says(message, signedBy: ceremony.members[place - 1].key))
            // Lagrange's weight is what the share is taken times: the interpolation of 1 here and 0 elsewhere.
            let weight = try P256Scalar.interpolatedAtZero(
                places.map { (place: $0, value: P256Scalar($0 == place ? 1 : 0)) })
            #expect(try weight.bytes.unwipedCopy == entry.bytes("weight"))
        }
    }
}
