import CocktailDKG
import OpenSSLKit
import StrictEncoding
import Testing

@testable import SecretBallot

/// Whoever breaks a ceremony is named, with evidence that everybody reads alike; an honest member never is.
struct CeremonyLiarTests {
    // MARK: - Shares

    /// Member 1 deals member 2 a ciphertext that does not open.
    @Test func aBadShare() throws {
        var small = try SmallCeremony(2, of: 3)
        let start = small.ciphertext(for: 2)
        try small.lie(of: 1) { $0[start] ^= 1 }
        try small.commit()
        try small.deal()
        let accusation = try #require(small.devices[2].accusation)
        #expect(small.devices[2].certification == nil)
        #expect(small.devices[0].certification != nil && small.devices[0].accusation == nil)
        let finding = try CeremonyEvidence.accusation(accusation, small.messages[1]).finding(in: small.ceremony)
        #expect(finding == CeremonyFinding(member: 1, reason: .dealing(.undecryptableShare)))
        // The device stops for good, and says the same after it was stopped.
        #expect(throws: CeremonyFault.over) { try small.devices[2].take(certifications: []) }
        let again = try CeremonyDevice(stored: small.devices[2].json.encoded())
        #expect(again.accusation == accusation && again.certification == nil && again.holder == nil)
        #expect(try Accusation(reading: JSONReader(accusation.json, at: "")) == accusation)
    }

    @Test func aFalseAccuser() throws {
        var small = try SmallCeremony(2, of: 3)
        try small.commit()
        let accuser = small.devices[2]
        let accusation = try Accusation(
            of: 1, by: 2, publishing: accuser.dkgKey, in: small.ceremony, signedBy: accuser.key)
        let finding = try CeremonyEvidence.accusation(accusation, small.messages[1]).finding(in: small.ceremony)
        #expect(finding == CeremonyFinding(member: 2, reason: .dealing(.falseAccusation)))
    }

    /// A key that is not the accuser's opens nothing, and would make any share look bad.
    @Test func anAccuserWithAnotherKey() throws {
        var small = try SmallCeremony(2, of: 3)
        try small.commit()
        for key in [try P256Scalar.random(), P256Scalar(0)] {
            let accusation = try Accusation(
                of: 1, by: 2, publishing: key, in: small.ceremony, signedBy: small.devices[2].key)
            let finding = try CeremonyEvidence.accusation(accusation, small.messages[1]).finding(in: small.ceremony)
            #expect(finding == CeremonyFinding(member: 2, reason: .dealing(.falseAccusation)))
        }
    }

    /// What a service made up: nobody signed it, and nobody is named.
    @Test func anAccusationThatNobodySigned() throws {
        var small = try SmallCeremony(2, of: 3)
        try small.commit()
        let forged = try Accusation(
            of: 1, by: 2, publishing: P256Scalar.random(), in: small.ceremony, signedBy: SigningKey())
        #expect(try CeremonyEvidence.accusation(forged, small.messages[1]).finding(in: small.ceremony) == nil)
        // Signed, but shown beside another's msg1.
        let real = try Accusation(
            of: 1, by: 2, publishing: small.devices[2].dkgKey, in: small.ceremony, signedBy: small.devices[2].key)
        #expect(try CeremonyEvidence.accusation(real, small.messages[0]).finding(in: small.ceremony) == nil)
        // Signed, but in another attempt.
        let elsewhere = try SmallCeremony(2, of: 3).ceremony
        #expect(!real.isValid(in: elsewhere))
    }

    // MARK: - Commitments

    @Test func aMessageAgainstItsCommitment() throws {
        var small = try SmallCeremony(2, of: 3)
        try small.commit()
        let other = try Participant(in: small.ceremony.session, staticKey: small.devices[1].dkgKey).deal().bytes
        var messages = small.messages
        messages[1] = try small.signed(other, by: 1)
        let evidence = CeremonyEvidence.againstCommitment(small.commitments[1], messages[1])
        for place in [0, 2] {
            #expect(throws: CeremonyFault.misconduct(evidence)) { try small.devices[place].take(messages) }
        }
        #expect(
            try evidence.finding(in: small.ceremony) == CeremonyFinding(member: 1, reason: .againstCommitment))
        let honest = CeremonyEvidence.againstCommitment(small.commitments[1], small.messages[1])
        #expect(try honest.finding(in: small.ceremony) == nil)
    }

    @Test func twoCommitments() throws {
        var small = try SmallCeremony(2, of: 3)
        try small.commit()
        var commitments = small.commitments
        let first = commitments[1]
        commitments[1] = try small.committed(to: [1], by: 1)
        let evidence = CeremonyEvidence.twoCommitments(first, commitments[1])
        #expect(throws: CeremonyFault.misconduct(evidence)) { try small.devices[0].take(commitments) }
        #expect(try evidence.finding(in: small.ceremony) == CeremonyFinding(member: 1, reason: .twoCommitments))
        // One commitment signed twice is one commitment; those of two members are theirs.
        let again = try small.committed(to: small.devices[1].attempt?.message ?? [], by: 1)
        #expect(again.signature != first.signature)
        #expect(try CeremonyEvidence.twoCommitments(first, again).finding(in: small.ceremony) == nil)
        let others = CeremonyEvidence.twoCommitments(small.commitments[0], first)
        #expect(try others.finding(in: small.ceremony) == nil)
    }

    // MARK: - Messages that everybody sees to be bad

    @Test func aMessageThatIsNone() throws {
        for change in [{ $0 += [0] }, { $0.removeLast() }, { $0[0] = 4 }] as [(inout [UInt8]) -> Void] {
            try expectBadMessage(.malformedMessage, change)
        }
    }

    @Test func aProofThatDoesNotHold() throws {
        try expectBadMessage(.proofOfPossession) { $0[2 * 33 + 64] ^= 1 }
    }

    private func expectBadMessage(_ reason: DKGFault.Reason, _ change: (inout [UInt8]) -> Void) throws {
        var small = try SmallCeremony(2, of: 3)
        try small.lie(of: 1, change)
        try small.commit()
        let (messages, evidence) = (small.messages, CeremonyEvidence.badMessage(small.messages[1]))
        #expect(throws: CeremonyFault.misconduct(evidence)) { try small.devices[0].take(messages) }
        #expect(try evidence.finding(in: small.ceremony) == CeremonyFinding(member: 1, reason: .dealing(reason)))
        #expect(try CeremonyEvidence.badMessage(messages[0]).finding(in: small.ceremony) == nil)
    }

    // MARK: - What names nobody

    @Test func whatIsNotSigned() throws {
        var small = try SmallCeremony(2, of: 3)
        var commitments = small.commitments
        let strangers = try SmallCeremony(2, of: 3).commitments
        commitments[1] = strangers[1]
        #expect(throws: CeremonyFault.unsigned(member: 1)) { try small.devices[0].take(commitments) }
        #expect(small.devices[0].firstMessage == nil)
        try small.commit()
        var messages = small.messages
        messages[2] = SignedFirstMessageMaker.altered(messages[2])
        #expect(throws: CeremonyFault.unsigned(member: 2)) { try small.devices[0].take(messages) }
        try small.deal()
        var certifications = small.certifications
        certifications.swapAt(0, 1)
        #expect(throws: CeremonyFault.unsigned(member: 0)) {
            try small.devices[2].take(certifications: certifications)
        }
        certifications = small.certifications
        certifications[1] = [1]
        #expect(throws: CeremonyFault.unsigned(member: 1)) {
            try small.devices[2].take(certifications: certifications)
        }
        #expect(small.devices[2].holder == nil)
    }

    @Test func whatIsNotWhole() throws {
        var small = try SmallCeremony(2, of: 3)
        let commitments = small.commitments
        for wrong in [Array(commitments.dropLast()), [], commitments.reversed(), commitments + [commitments[2]]] {
            #expect(throws: CeremonyFault.incomplete) { try small.devices[0].take(wrong) }
        }
        try small.commit()
        let messages = small.messages
        #expect(throws: CeremonyFault.incomplete) { try small.devices[0].take(Array(messages.dropLast())) }
        try small.deal()
        let certifications = small.certifications
        #expect(throws: CeremonyFault.incomplete) {
            try small.devices[0].take(certifications: Array(certifications.dropLast()))
        }
    }

    /// Signed by this device's key, in its place, and not what it keeps: another device has its keys.
    @Test func whatIsNotItsOwn() throws {
        var small = try SmallCeremony(2, of: 3)
        var commitments = small.commitments
        commitments[0] = try small.committed(to: [1], by: 0)
        #expect(throws: CeremonyFault.notOwn) { try small.devices[0].take(commitments) }
        try small.commit()
        var messages = small.messages
        messages[0] = try small.signed([1], by: 0)
        #expect(throws: CeremonyFault.notOwn) { try small.devices[0].take(messages) }
    }
}

/// Messages whose signature is another's.
enum SignedFirstMessageMaker {
    static func altered(_ message: SignedFirstMessage) -> SignedFirstMessage {
        guard case .object(let members) = message.json else { return message }
        let altered: [JSONValue.Member] = members.map { member in
            member.name == "signature" ? .init("signature", .bytes([UInt8](repeating: 1, count: 64))) : member
        }
        return (try? SignedFirstMessage(reading: JSONReader(.object(altered), at: ""))) ?? message
    }
}
