import CocktailDKG
import OpenSSLKit
import StrictEncoding
import Testing

@testable import SecretBallot

/// A ceremony in which nobody lies, its devices stopped anywhere.
struct CeremonyTests {
    @Test(arguments: [(2, 2), (2, 3), (3, 5), (5, 9), (9, 9)])
    func everyDeviceHasTheSameKey(threshold: Int, count: Int) throws {
        let small = try SmallCeremony.finished(threshold, of: count)
        let transcripts = Set(small.devices.map(\.transcript))
        #expect(transcripts.count == 1)
        let transcript = try #require(small.devices[0].transcript)
        for (place, device) in small.devices.enumerated() {
            let holder = try #require(device.holder)
            #expect(holder.place == place)
            #expect(try transcript.keys.isShare(holder.share, at: place + 1))
        }
        #expect(
            transcript.certificate.transcript.extension
                == BoardCeremony.transcriptExtension(small.commitments.map(\.commitment)))
    }

    /// What a device says is the same after it was stopped and went on from what it kept.
    @Test func goesOnFromWhatItKept() throws {
        var small = try SmallCeremony(2, of: 3)
        try expectTheSame(&small)
        try small.commit()
        try expectTheSame(&small)
        try small.deal()
        try expectTheSame(&small)
        try small.certify()
        try expectTheSame(&small)
        #expect(small.devices.allSatisfy { $0.holder != nil })
    }

    @Test func goesOnBeforeItJoined() throws {
        let device = try CeremonyDevice(name: "Ủy viên")
        let again = try CeremonyDevice(stored: device.json.encoded())
        #expect(again.registration == device.registration)
        #expect(again.name == device.name)
        #expect(again.commitment == nil && again.firstMessage == nil && again.holder == nil)
    }

    /// Each step taken again, and steps before it, change nothing.
    @Test func takesEachStepAgain() throws {
        var small = try SmallCeremony.finished(2, of: 3)
        let before = small.devices.map(\.json)
        let (ceremony, devices) = (small.ceremony, small.devices)
        for place in devices.indices { try small.devices[place].join(ceremony) }
        try small.commit()
        try small.deal()
        try small.certify()
        #expect(small.devices.map(\.json) == before)
    }

    @Test func takesNoStepBeforeItsTime() throws {
        var small = try SmallCeremony(2, of: 3)
        var fresh = try CeremonyDevice(name: "x")
        let commitments = small.commitments
        #expect(throws: CeremonyFault.tooEarly) { try fresh.take(commitments) }
        #expect(small.messages.isEmpty)
        var others = try SmallCeremony.finished(2, of: 3)
        let (messages, certifications) = (others.messages, others.certifications)
        #expect(throws: CeremonyFault.tooEarly) { try small.devices[0].take(messages) }
        #expect(throws: CeremonyFault.tooEarly) { try small.devices[0].take(certifications: certifications) }
        try small.commit()
        #expect(throws: CeremonyFault.tooEarly) { try small.devices[0].take(certifications: certifications) }
        others.devices.removeAll()
    }

    @Test func takesPartOnceWithItsKeys() throws {
        var small = try SmallCeremony(2, of: 3)
        let members = small.ceremony.members
        let other = try BoardCeremony(threshold: 3, members: members)
        #expect(throws: CeremonyFault.otherCeremony) { try small.devices[0].join(other) }
        let strangers = try SmallCeremony(2, of: 3).ceremony
        var fresh = try CeremonyDevice(name: "x")
        #expect(throws: CeremonyFault.notAMember) { try fresh.join(strangers) }
    }

    /// The signing key stays from one attempt to the next, and nothing else does.
    @Test func anotherAttempt() throws {
        let first = try CeremonyDevice(name: "Ủy viên")
        let second = try first.forAnotherAttempt()
        #expect(second.registration.key == first.registration.key)
        #expect(second.registration.dkgKey != first.registration.dkgKey)
        #expect(second.registration.random != first.registration.random)
    }

    @Test func boardsThatAreNone() throws {
        let members = try SmallCeremony(2, of: 3).ceremony.members
        let ten = try (0..<10).map { _ in try CeremonyDevice(name: "x").registration }
        for (threshold, members) in [
            (1, members), (4, members), (1, [members[0]]), (0, []), (2, ten), (2, [members[0], members[0]]),
        ] {
            #expect(throws: MalformedInput.self) { try BoardCeremony(threshold: threshold, members: members) }
        }
        // One member's key in the place of another's dkgKey.
        let twice = CeremonyMember(
            key: members[0].key, dkgKey: try P256Point(x962: members[1].key.bytes), random: members[0].random)
        #expect(throws: MalformedInput.self) { try BoardCeremony(threshold: 2, members: [twice, members[1]]) }
        let read = try BoardCeremony(reading: JSONReader(SmallCeremony(2, of: 3).ceremony.json, at: ""))
        #expect(read.members.count == 3)
    }

    private func expectTheSame(_ small: inout SmallCeremony, at location: SourceLocation = #_sourceLocation) throws {
        for (place, device) in small.devices.enumerated() {
            let again = try CeremonyDevice(stored: device.json.encoded())
            #expect(again.commitment == device.commitment, sourceLocation: location)
            #expect(again.firstMessage == device.firstMessage, sourceLocation: location)
            #expect(again.certification == device.certification, sourceLocation: location)
            #expect(again.transcript == device.transcript, sourceLocation: location)
            #expect(again.json == device.json, sourceLocation: location)
            small.devices[place] = again
        }
    }
}
