import Client
import Foundation
import OpenSSLKit
import Recognition
import SecretBallot
import StrictEncoding
import TestSupport

/// A small round of a commune committee, driven over HTTP to any step.
struct TestRound: Sendable {
    let service: TestService
    let secretary: StaffClient
    let board: StaffClient
    let name: String
    let codes: [AccessCode]
    let memberKey: SigningKey
    let boardKey: SigningKey
    let manifest: Manifest

    /// A draft with everything in it, frozen and signed by the board.
    static func frozen(
        _ service: TestService, voters: Int = 6, units: Int = 2, draft: JSONValue = TestRound.draft
    ) async throws -> TestRound {
        let secretary = try await service.staff("thuky", .secretary)
        let board = try await service.staff("kiemphieu", .board)
        let name = try await secretary.createRound(draft).round
        let codes = try (0..<voters).map { _ in try AccessCode.random() }
        _ = try await secretary.setUnits(Self.units(units), of: name)
        _ = try await secretary.setVoters(Self.voters(codes), of: name)
        let (memberKey, boardKey) = (SigningKey(), SigningKey())
        try await board.setBoard(
            CountingBoard(
                threshold: 1, members: [BoardMember(name: "Trưởng ban kiểm phiếu", key: memberKey.publicKey)],
                publicKey: boardKey.publicKey), of: name)
        let roundID = try await secretary.freeze(name, every: .milliseconds(20)) { _ in }
        let manifest = try await service.voter.manifest(of: roundID)
        try await board.sign(FreezeSignature(member: 0, of: roundID, signedBy: memberKey), of: name)
        return TestRound(
            service: service, secretary: secretary, board: board, name: name, codes: codes, memberKey: memberKey,
            boardKey: boardKey, manifest: manifest)
    }

    var roundID: RoundID { manifest.roundID }

    func voterID(_ index: Int) -> String { manifest.voters[index].id }

    // MARK: - Steps

    /// Marks the first `count` voters present and opens the issuing.
    func issuing(present count: Int, excused: [Int] = []) async throws {
        try await secretary.setPresence(
            (0..<count).map { (voterID($0), .present) } + excused.map { (voterID($0), .excused) }, of: name)
        try await secretary.issue(name)
    }

    func voting(present count: Int, excused: [Int] = []) async throws {
        try await issuing(present: count, excused: excused)
        try await secretary.vote(name, acknowledging: ["few-present", "no-quorum"])
    }

    /// A device with its tokens.
    func device(_ index: Int) async throws -> VotingDevice {
        var device = try VotingDevice(manifest, code: codes[index])
        try device.finalize(try await service.voter.tokens(device.tokenRequest, in: roundID))
        return device
    }

    /// A device that has cast all its slips.
    @discardableResult
    func vote(_ index: Int, _ choices: [Choice]) async throws -> VotingDevice {
        var device = try await device(index)
        try device.mark(choices)
        for (contest, slip) in device.slips.enumerated().reversed() {
            try device.keep(receipt: try await service.voter.cast(slip, in: roundID), forContest: contest)
        }
        return device
    }

    /// Closes and seals, and lets the devices say that they found their slips.
    func seal(_ devices: [VotingDevice]) async throws -> Seal {
        try await secretary.close(name, acknowledging: ["without-ballot"])
        try await secretary.seal(name, acknowledging: ["slips-missing", "relay-silent"])
        let seal = try await service.voter.seal(of: manifest).seal
        let (boxes, roll) = (try await service.voter.boxes(of: manifest), try await service.voter.roll(of: manifest))
        for device in devices {
            _ = try await service.voter.found(device.find(in: boxes, roll: roll, of: seal), in: roundID)
        }
        return seal
    }

    func open(_ seal: Seal, acknowledging warnings: [String] = []) async throws {
        let share = try BoardShare(member: 0, share: boardKey.scalar, for: seal, signedBy: memberKey)
        try await board.open(name, with: share, acknowledging: warnings)
    }

    /// From the meeting to the certified result, everybody voting alike but the last, who says no to the last contest.
    func certified(present count: Int = 6) async throws {
        try await voting(present: count)
        var devices: [VotingDevice] = []
        for index in 0..<count {
            var choices = [Choice](repeating: .first, count: manifest.contests.count)
            if index == count - 1 { choices[choices.count - 1] = .second }
            devices.append(try await vote(index, choices))
        }
        try await open(seal(devices))
        try await secretary.certify(name, acknowledging: ["unanimous"])
    }

    // MARK: - What goes in

    static let draft: JSONValue = [
        "kind": "recognition", "title": "Xét, công nhận “chi bộ bốn tốt” năm 2026", "year": 2026,
        "authority": [
            "name": "Đảng ủy xã Bum Tở", "parent": "Đảng bộ tỉnh Lai Châu", "kind": "grassroots-committee",
            "place": "Bum Tở",
        ],
        "guidance": "lai-chau-05-hd-tu", "body": "ĐU",
    ]

    /// Units whose every fact is generous.
    static func units(_ count: Int) throws -> [UInt8] {
        let lines = String(decoding: try TestFiles.example("units.csv"), as: UTF8.self)
            .split(whereSeparator: \.isNewline).prefix(count + 1)
        return Array(lines.joined(separator: "\n").utf8)
    }

    static func voters(_ codes: [AccessCode]) throws -> [UInt8] {
        let lines = try codes.enumerated().map { index, code in
            let key = Base64URL.encode(try code.credential().publicKey.bytes)
            return "uv-\(index + 1),Ủy viên \(index + 1),\(key)"
        }
        return Array((["id,name,credentialKey"] + lines).joined(separator: "\n").utf8)
    }
}
