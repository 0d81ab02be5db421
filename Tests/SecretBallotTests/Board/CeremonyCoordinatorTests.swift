import CocktailDKG
import OpenSSLKit
import StrictEncoding
import Testing

@testable import SecretBallot

/// The service between the devices: it hands on what is whole, and ends what a member broke.
struct CeremonyCoordinatorTests {
    @Test func handsOnWhatIsWhole() throws {
        var small = try SmallCeremony(2, of: 3)
        var coordinator = CeremonyCoordinator(small.ceremony)
        for commitment in small.commitments.reversed() {
            #expect(coordinator.allCommitments == nil)
            try coordinator.take(commitment)
        }
        #expect(coordinator.allCommitments == small.commitments)
        try small.commit()
        for message in small.messages {
            #expect(coordinator.allMessages == nil)
            try coordinator.take(message)
        }
        #expect(coordinator.allMessages == small.messages)
        try small.deal()
        for (member, certification) in small.certifications.enumerated() {
            #expect(coordinator.transcript == nil && coordinator.progress.certified == Set(0..<member))
            try coordinator.take(certification: certification, of: member)
        }
        try small.certify()
        #expect(coordinator.transcript == small.devices[0].transcript)
        #expect(coordinator.allCertifications == small.certifications)
        #expect(coordinator.allMessages == nil && coordinator.progress.dealt.count == 3)
        #expect(coordinator.evidence == nil)
    }

    @Test func takesTheSameAgain() throws {
        var (small, coordinator) = try dealt()
        for commitment in small.commitments { try coordinator.take(commitment) }
        for message in small.messages { try coordinator.take(message) }
        // Signed anew, it is the same commitment.
        try coordinator.take(small.committed(to: small.messages[0].message, by: 0))
        #expect(coordinator.allCommitments == small.commitments)
        try small.deal()
        for _ in 0..<2 {
            for (member, certification) in small.certifications.enumerated() {
                try coordinator.take(certification: certification, of: member)
            }
        }
        // What would have ended it comes late.
        try coordinator.take(small.signed([1], by: 1))
        try coordinator.take(small.committed(to: [1], by: 1))
        #expect(coordinator.allMessages == nil && coordinator.evidence == nil && coordinator.transcript != nil)
    }

    @Test func takesNothingBeforeItsTime() throws {
        var small = try SmallCeremony(2, of: 3)
        var coordinator = CeremonyCoordinator(small.ceremony)
        try small.commit()
        let (message, accuser) = (small.messages[0], small.devices[0])
        let accusation = try Accusation(
            of: 1, by: 0, publishing: accuser.dkgKey, in: small.ceremony, signedBy: accuser.key)
        for commitment in small.commitments.dropLast() { try coordinator.take(commitment) }
        #expect(throws: CeremonyFault.tooEarly) { try coordinator.take(message) }
        try coordinator.take(small.commitments[2])
        try coordinator.take(message)
        #expect(throws: CeremonyFault.tooEarly) { try coordinator.take(accusation) }
        #expect(throws: CeremonyFault.tooEarly) {
            try coordinator.take(certification: [UInt8](repeating: 2, count: 65), of: 0)
        }
    }

    @Test func takesNothingUnsigned() throws {
        var (small, coordinator) = try dealt()
        let strangers = try SmallCeremony(2, of: 3)
        #expect(throws: CeremonyFault.unsigned(member: 1)) { try coordinator.take(strangers.commitments[1]) }
        let altered = SignedFirstMessageMaker.altered(small.messages[1])
        #expect(throws: CeremonyFault.unsigned(member: 1)) { try coordinator.take(altered) }
        try small.deal()
        let certification = small.certifications[0]
        for member in [1, 2, 3, -1] {
            #expect(throws: CeremonyFault.unsigned(member: member)) {
                try coordinator.take(certification: certification, of: member)
            }
        }
        #expect(coordinator.evidence == nil && coordinator.progress.certified.isEmpty)
    }

    // MARK: - Liars

    @Test func aSecondCommitmentEndsIt() throws {
        var (small, coordinator) = try dealt()
        let second = try small.committed(to: [1], by: 2)
        try coordinator.take(second)
        #expect(coordinator.evidence == .twoCommitments(small.commitments[2], second))
        try small.deal()
        #expect(throws: CeremonyFault.over) {
            try coordinator.take(certification: small.certifications[0], of: 0)
        }
        #expect(throws: CeremonyFault.over) { try coordinator.take(small.commitments[0]) }
    }

    @Test func aMessageAgainstItsCommitmentEndsIt() throws {
        var (small, coordinator) = try dealt()
        let other = try small.signed([1, 2, 3], by: 1)
        try coordinator.take(other)
        #expect(coordinator.evidence == .againstCommitment(small.commitments[1], other))
        small.devices.removeAll()
    }

    @Test func aMessageThatIsNoneEndsIt() throws {
        var small = try SmallCeremony(2, of: 3)
        try small.lie(of: 1) { $0.removeLast() }
        var coordinator = CeremonyCoordinator(small.ceremony)
        for commitment in small.commitments { try coordinator.take(commitment) }
        try small.commit()
        try coordinator.take(small.messages[1])
        #expect(coordinator.evidence == .badMessage(small.messages[1]))
    }

    @Test func anAccusationEndsIt() throws {
        var small = try SmallCeremony(2, of: 3)
        let start = small.ciphertext(for: 0)
        try small.lie(of: 1) { $0[start] ^= 1 }
        var coordinator = CeremonyCoordinator(small.ceremony)
        for commitment in small.commitments { try coordinator.take(commitment) }
        try small.commit()
        for message in small.messages { try coordinator.take(message) }
        try small.deal()
        try coordinator.take(try #require(small.devices[0].accusation))
        let finding = try coordinator.evidence?.finding(in: small.ceremony)
        #expect(finding == CeremonyFinding(member: 1, reason: .dealing(.undecryptableShare)))
    }

    // MARK: - Keeping

    @Test func goesOnFromWhatItKept() throws {
        var small = try SmallCeremony(2, of: 3)
        var coordinator = CeremonyCoordinator(small.ceremony)
        func again() throws { coordinator = try CeremonyCoordinator(stored: coordinator.json.encoded()) }
        try again()
        for commitment in small.commitments { try coordinator.take(commitment); try again() }
        try small.commit()
        for message in small.messages { try coordinator.take(message); try again() }
        try small.deal()
        for (member, certification) in small.certifications.enumerated() {
            try coordinator.take(certification: certification, of: member)
            try again()
        }
        try small.certify()
        #expect(coordinator.transcript == small.devices[0].transcript)
        #expect(coordinator.allCommitments == small.commitments && coordinator.allMessages == nil)
    }

    @Test func keepsWhatEndedIt() throws {
        let (small, dealt) = try dealt()
        let accusation = try Accusation(
            of: 1, by: 0, publishing: small.devices[0].dkgKey, in: small.ceremony, signedBy: small.devices[0].key)
        let deeds: [(inout CeremonyCoordinator) throws -> Void] = [
            { try $0.take(small.committed(to: [1], by: 2)) }, { try $0.take(small.signed([1], by: 1)) },
            { try $0.take(accusation) },
        ]
        for deed in deeds {
            var coordinator = dealt
            try deed(&coordinator)
            let again = try CeremonyCoordinator(stored: coordinator.json.encoded())
            #expect(coordinator.evidence != nil && again.evidence == coordinator.evidence)
        }
    }

    /// All have committed and dealt.
    private func dealt() throws -> (SmallCeremony, CeremonyCoordinator) {
        var small = try SmallCeremony(2, of: 3)
        var coordinator = CeremonyCoordinator(small.ceremony)
        for commitment in small.commitments { try coordinator.take(commitment) }
        try small.commit()
        for message in small.messages { try coordinator.take(message) }
        return (small, coordinator)
    }
}
