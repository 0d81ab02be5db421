import Client
import Foundation
import OpenSSLKit
import StrictEncoding
import Testing

@testable import SecretBallot
@testable import Service

/// A round that was frozen with a board of three, two of whom open.
struct SeveralRound: Sendable {
    let round: TestRound
    let scene: BoardScene

    var service: TestService { round.service }
    var manifest: Manifest { round.manifest }

    static func run(_ body: @escaping @Sendable (SeveralRound) async throws -> Void) async throws {
        try await PreparedRound.run(.draft) { draft in
            var scene = try await BoardScene.planned(over: draft.service)
            try await scene.makeKey(over: draft.service)
            let roundID = try await draft.secretary.freeze(draft.name, every: .milliseconds(20)) { _ in }
            let manifest = try await draft.service.voter.manifest(of: roundID)
            #expect(manifest.board.members.map(\.name) == BoardScene.names && manifest.board.threshold == 2)
            #expect(scene.transcript?.contradiction(with: manifest.board) == nil)
            let round = TestRound(
                service: draft.service, secretary: draft.secretary, board: draft.board, name: draft.name,
                codes: draft.codes, memberKey: draft.memberKey, boardKey: draft.boardKey, manifest: manifest)
            try await body(SeveralRound(round: round, scene: scene))
        }
    }

    /// Every member proves the copy, and signs.
    func signFreeze() async throws {
        for place in scene.devices.indices {
            try await scene.seat(place, service).proveCopy()
            try await sign(place)
        }
    }

    func sign(_ place: Int) async throws { try await scene.seat(place, service).sign(freezeSignature(place)) }

    func freezeSignature(_ place: Int) throws -> FreezeSignature {
        var holder = try #require(scene.devices[place].holder)
        let transcript = try #require(scene.transcript)
        return try holder.signFreeze(of: manifest, transcript: transcript)
    }

    /// Everybody votes, and the box is sealed.
    func sealed() async throws -> Seal {
        try await round.voting(present: 6)
        var devices: [VotingDevice] = []
        for index in 0..<6 {
            devices.append(
                try await round.vote(index, [Choice](repeating: .first, count: manifest.contests.count)))
        }
        return try await round.seal(devices)
    }

    func share(_ place: Int, _ seal: Seal) async throws {
        try await scene.seat(place, service).open(with: boardShare(place, seal))
    }

    func boardShare(_ place: Int, _ seal: Seal) throws -> BoardShare {
        let holder = try #require(scene.devices[place].holder)
        return try BoardShare(
            member: place, share: holder.share.bytes.unwipedCopy, for: seal, signedBy: holder.key)
    }

    /// Each member's own device audits, opens and counts.
    func signMinutes(_ places: [Int]) async throws {
        let sealed = try await SealedRound(manifest.roundID, from: service.voter)
        for place in places {
            let seat = scene.seat(place, service)
            let count = try await seat.count(of: manifest)
            let report = BoardKeyHolder.count(sealed, opened: count.opening, of: manifest.roundID)
            #expect(report.faults == [])
            let holder = try #require(scene.devices[place].holder)
            try await seat.sign(holder.signMinutes(after: report, counting: count.tally.tallies))
        }
    }

    /// The record, as anybody audits it.
    func expectRecord() async throws {
        var bytes: [UInt8] = []
        try await service.voter.record(of: manifest.roundID) { bytes += $0 }
        let path = service.folder + "/record.zip"
        try Data(bytes).write(to: URL(filePath: path))
        let report = Audit.run(try ArchivedRecord(path: path))
        #expect(report.faults == [] && report.checked[.transcript] == 1)
    }
}
