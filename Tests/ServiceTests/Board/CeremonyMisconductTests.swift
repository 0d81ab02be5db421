import Client
import OpenSSLKit
import Recognition
import StrictEncoding
import Testing

@testable import SecretBallot
@testable import Service

/// Who breaks an attempt is named to all, by name; an honest member never is, and the next attempt goes well.
@Suite struct CeremonyMisconductTests {
    /// A member deals another a share that does not open.
    @Test func aLiarIsNamed() async throws {
        try await PreparedRound.run(.draft) { round in
            var scene = try await BoardScene.planned(over: round.service)
            try await scene.turns(1, round.service)
            try await scene.lie(of: 1, ciphertextFor: 2, round.service)
            try await scene.turns(3, round.service)
            #expect(scene.devices[2].device.accusation != nil && scene.devices[0].device.accusation == nil)
            try await scene.expectFinding(1, "undecryptable-share", round.service)
        }
    }

    @Test func aFalseAccuserIsNamed() async throws {
        try await run { scene, service in
            try await scene.turns(1, service)
            let accuser = scene.devices[2].device
            let accusation = try Accusation(
                of: 1, by: 2, publishing: accuser.dkgKey, in: scene.ceremony(), signedBy: accuser.key)
            try await scene.seat(2, service).send(accusation)
            try await scene.expectFinding(2, "false-accusation", service)
        }
    }

    @Test func twoCommitmentsNameTheirMember() async throws {
        try await run { scene, service in
            let device = scene.devices[1].device
            let other = try SignedCommitment(to: [1], by: 1, in: scene.ceremony(), signedBy: device.key)
            try await scene.seat(1, service).send(other)
            try await scene.expectFinding(1, "two-commitments", service)
        }
    }

    @Test func aMessageAgainstItsCommitmentNamesItsMember() async throws {
        try await run { scene, service in
            try await scene.turn([0, 2], service)
            let device = scene.devices[1].device
            let other = try SignedFirstMessage([1], by: 1, in: scene.ceremony(), signedBy: device.key)
            try await scene.seat(1, service).send(other)
            try await scene.expectFinding(1, "against-commitment", service)
        }
    }

    // MARK: - What names nobody

    @Test func whatIsNotSignedIsRefusedAndNamesNobody() async throws {
        try await run { scene, service in
            let stranger = SigningKey()
            let commitment = try SignedCommitment(to: [1], by: 1, in: scene.ceremony(), signedBy: stranger)
            let message = try SignedFirstMessage([1], by: 1, in: scene.ceremony(), signedBy: stranger)
            let accusation = try Accusation(
                of: 0, by: 1, publishing: scene.devices[1].device.dkgKey, in: scene.ceremony(), signedBy: stranger)
            let certification: JSONValue = ["member": 1, "signature": .bytes([UInt8](repeating: 2, count: 65))]
            #expect(try await scene.code("/commitment", commitment.json, at: 1, service) == "ceremony-signature")
            #expect(try await scene.code("/message", message.json, at: 1, service) == "ceremony-signature")
            #expect(try await scene.code("/accusation", accusation.json, at: 1, service) == "ceremony-signature")
            try await scene.turns(1, service)
            #expect(try await scene.code("/certification", certification, at: 1, service) == "ceremony-signature")
            #expect(try await scene.view(0, service).evidence == nil)
            try await scene.makeKey(over: service)
        }
    }

    @Test func stepsThatComeTooEarlyAreRefused() async throws {
        try await PreparedRound.run(.draft) { round in
            let service = round.service
            var scene = try await BoardScene.planned(over: service)
            let certification: JSONValue = ["member": 0, "signature": .bytes([UInt8](repeating: 2, count: 65))]
            #expect(try await scene.code("/certification", certification, at: 0, service) == "ceremony-early")
            try await scene.turns(1, service)
            #expect(try await scene.code("/certification", certification, at: 0, service) == "ceremony-early")
            try await scene.turn([0], service)
            let device = scene.devices[0].device
            let message = try SignedFirstMessage(
                try #require(device.attempt).message, by: 0, in: scene.ceremony(), signedBy: device.key)
            #expect(try await scene.code("/message", message.json, at: 0, service) == "ceremony-early")
            try await scene.makeKey(over: service)
        }
    }

    // MARK: -

    /// All have registered and committed.
    private func run(_ body: @escaping @Sendable (inout BoardScene, TestService) async throws -> Void) async throws {
        try await PreparedRound.run(.draft) { round in
            var scene = try await BoardScene.planned(over: round.service)
            try await scene.turns(2, round.service)
            try await body(&scene, round.service)
        }
    }
}

extension BoardScene {
    /// Those at these places look, one after the other.
    mutating func turn(_ places: [Int], _ service: TestService) async throws {
        for place in places { try await advance(place, service) }
    }

    mutating func turns(_ count: Int, _ service: TestService) async throws {
        for _ in 0..<count { try await turn(Array(devices.indices), service) }
    }

    func ceremony() throws -> BoardCeremony { try #require(devices[0].device.attempt).ceremony }

    /// A member commits to a msg1 whose ciphertext for a recipient, from 0, is another by an octet.
    mutating func lie(of place: Int, ciphertextFor recipient: Int, _ service: TestService) async throws {
        let ceremony = try #require(try await view(place, service).ceremony)
        var device = devices[place].device
        try device.join(ceremony)
        var message = try #require(device.attempt).message
        message[ceremony.threshold * 33 + 65 + 33 + recipient * 56 + 8] ^= 1
        device.attempt = Attempt(
            ceremony: ceremony, place: place, message: message,
            commitment: try SignedCommitment(to: message, by: place, in: ceremony, signedBy: device.key))
        let stored = devices[place].json.replacing("device", with: device.json)
        devices[place] = try SeatDevice(stored: stored.encoded())
    }

    /// The finding is there for every member and on the desk, by name; the next attempt is anybody's of them to begin.
    mutating func expectFinding(_ place: Int, _ reason: String, _ service: TestService) async throws {
        for member in devices.indices {
            let view = try await view(member, service)
            let (evidence, ceremony) = (try #require(view.evidence), try #require(view.ceremony))
            let finding = try #require(try evidence.finding(in: ceremony))
            #expect(finding.member == place && finding.reason.text == reason)
            #expect(view.finding?.vietnamese.contains(Self.names[place]) == true)
        }
        let desk = try await service.call("GET", "/api/v1/staff/rounds/\(round)", as: .secretary).member("boardPlan")
        let finding = try desk.looseObject().member("finding").looseObject()
        #expect(try finding.member("name").string() == Self.names[place])
        #expect(try finding.member("reason").string() == reason)
        let line = try await service.admin.journal().first { $0.action == "board.broken" }
        #expect(line?.detail == "\(Self.names[place]): \(reason)")
        try await expectAnotherAttempt(service)
    }

    private mutating func expectAnotherAttempt(_ service: TestService) async throws {
        let commitment = try #require(devices[0].device.commitment).json
        #expect(try await code("/commitment", commitment, at: 0, service) == "ceremony-over")
        #expect(try await code("/attempt", ["attempt": 3], at: 0, service) == "other-attempt")
        try await seat(0, service).beginAttempt(2)
        try await seat(2, service).beginAttempt(2)
        try await makeKey(over: service)
        let view = try await view(0, service)
        #expect(view.attempt == 2 && view.evidence == nil && view.finding == nil)
    }
}
