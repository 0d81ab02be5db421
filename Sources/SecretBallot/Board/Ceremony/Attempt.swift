import CocktailDKG
import OpenSSLKit
import StrictEncoding

/// How far a device is in the attempt that it takes part in.
struct Attempt: Sendable {
    let ceremony: BoardCeremony

    /// This member's place, from 0.
    let place: Int

    /// This member's msg1, from before anybody sees its commitment.
    let message: [UInt8]
    let commitment: SignedCommitment

    var commitments: [SignedCommitment] = []
    var firstMessage: SignedFirstMessage?
    var messages: [SignedFirstMessage] = []
    var share: KeyShare?
    var accusation: Accusation?
    var certification: SchnorrSignature?
    var transcript: BoardTranscript?

    init(ceremony: BoardCeremony, place: Int, message: [UInt8], commitment: SignedCommitment) {
        (self.ceremony, self.place) = (ceremony, place)
        (self.message, self.commitment) = (message, commitment)
    }

    // MARK: - Commitments

    mutating func take(_ taken: [SignedCommitment], key: SigningKey) throws {
        try check(taken.map { ($0.member, $0.isValid(in: ceremony)) })
        guard taken[place].commitment == commitment.commitment else { throw CeremonyFault.notOwn }
        guard commitments.isEmpty else { return try compare(taken) }
        firstMessage = try SignedFirstMessage(message, by: place, in: ceremony, signedBy: key)
        commitments = taken
    }

    /// Whoever committed to something else before has signed both.
    private func compare(_ taken: [SignedCommitment]) throws(CeremonyFault) {
        for (before, now) in zip(commitments, taken) where before.commitment != now.commitment {
            throw .misconduct(.twoCommitments(before, now))
        }
    }

    // MARK: - Messages of round 1

    mutating func take(_ taken: [SignedFirstMessage], key: SigningKey, dkgKey: P256Scalar) throws {
        guard !commitments.isEmpty else { throw CeremonyFault.tooEarly }
        try check(taken.map { ($0.member, $0.isValid(in: ceremony)) })
        guard taken[place].message == message else { throw CeremonyFault.notOwn }
        for (commitment, message) in zip(commitments, taken) where !message.fits(commitment, in: ceremony) {
            throw CeremonyFault.misconduct(.againstCommitment(commitment, message))
        }
        // Each fits its commitment: whatever was taken before is the same.
        guard messages.isEmpty else { return }
        let dealt = try taken.map { try dealing($0) }
        messages = taken
        try combine(dealt, key: key, dkgKey: dkgKey)
    }

    /// A msg1 in all that everybody can check.
    private func dealing(_ message: SignedFirstMessage) throws -> Round1Message {
        do { return try ceremony.session.message(message.message, of: message.member + 1) } catch is DKGFault {
            throw CeremonyFault.misconduct(.badMessage(message))
        }
    }

    private mutating func combine(_ dealt: [Round1Message], key: SigningKey, dkgKey: P256Scalar) throws {
        let participant = try Participant(in: ceremony.session, staticKey: dkgKey)
        do {
            share = try participant.combine(dealt.map { $0.part(for: place + 1) })
        } catch let fault as DKGFault {
            accusation = try Accusation(
                of: fault.participant - 1, by: place, publishing: dkgKey, in: ceremony, signedBy: key)
            return
        }
        certification = try participant.certify(transcribed(dealt))
    }

    private func transcribed(_ dealt: [Round1Message]) -> Transcript {
        Transcript(
            of: ceremony.session, dealings: dealt.map(\.dealing),
            extension: BoardCeremony.transcriptExtension(commitments.map(\.commitment)))
    }

    // MARK: - Certifications

    mutating func take(certifications taken: [[UInt8]]) throws {
        guard accusation == nil else { throw CeremonyFault.over }
        guard certification != nil else { throw CeremonyFault.tooEarly }
        guard transcript == nil else { return }
        guard taken.count == ceremony.members.count else { throw CeremonyFault.incomplete }
        let dealt = try messages.map { try dealing($0) }
        let signatures = try taken.enumerated().map { place, bytes in
            guard let signature = try? SchnorrSignature(bytes) else { throw CeremonyFault.unsigned(member: place) }
            return signature
        }
        do {
            transcript = try BoardTranscript(
                SuccessCertificate(transcript: transcribed(dealt), signatures: signatures))
        } catch let fault as DKGFault { throw CeremonyFault.unsigned(member: fault.participant - 1) }
    }

    /// One of each member, in order, signed.
    private func check(_ taken: [(member: Int, isSigned: Bool)]) throws(CeremonyFault) {
        guard taken.map(\.member) == Array(ceremony.members.indices) else { throw .incomplete }
        for (member, isSigned) in taken where !isSigned { throw .unsigned(member: member) }
    }
}
