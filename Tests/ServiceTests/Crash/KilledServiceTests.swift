import Client
import Foundation
import SecretBallot
import StrictEncoding
import Synchronization
import TestSupport
import Testing

/// The real service, killed with SIGKILL again and again while members vote.
@Suite(.serialized) struct KilledServiceTests {
    /// What members were promised: receipts, and one batch of tokens each.
    private final class Promises: Sendable {
        private struct Held {
            var receipts: Set<[UInt8]> = []
            var answers: [Int: [[UInt8]]] = [:]
        }

        private let held = Mutex(Held())

        func receipted(_ slip: [UInt8]) { held.withLock { _ = $0.receipts.insert(slip) } }

        var receipts: Set<[UInt8]> { held.withLock(\.receipts) }

        /// - Returns: whether the voter was never answered otherwise.
        func answered(_ voter: Int, _ tokens: [[UInt8]]) -> Bool {
            held.withLock { held in
                defer { held.answers[voter] = tokens }
                return held.answers[voter].map { $0 == tokens } ?? true
            }
        }
    }

    @Test func noReceiptIsBrokenAndNobodyIsIssuedTwice() async throws {
        let folder = try TestService.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (manifest, codes, boardKey, memberKey) = try await TestService.run(in: folder) { service in
            let round = try await TestRound.frozen(service)
            try await round.issuing(present: 6)
            return (round.manifest, round.codes, round.boardKey, round.memberKey)
        }
        let promises = Promises()
        let devices = try codes.map { try VotingDevice(manifest, code: $0) }
        var random = SeededRandom()

        for _ in 0..<8 {
            try await killed(
                after: .milliseconds(Int.random(in: 5...400, using: &random)),
                while: { voter in
                    for (index, device) in devices.enumerated() {
                        let tokens = try await voter.tokens(device.tokenRequest, in: manifest.roundID)
                        #expect(promises.answered(index, tokens.responses))
                    }
                }, in: folder)
        }
        let slips = try await slips(of: devices, codes, manifest, promises, folder)
        for run in 0..<12 {
            try await killed(
                after: .milliseconds(Int.random(in: 5...400, using: &random)),
                while: { voter in
                    for slip in slips.dropFirst(run) + slips.prefix(run) {
                        _ = try await voter.cast(slip, in: manifest.roundID)
                        promises.receipted(slip)
                    }
                }, in: folder)
        }
        #expect(!promises.receipts.isEmpty)
        try await expectKept(promises.receipts, manifest, boardKey, memberKey, folder)
    }

    /// Runs clients against the service until it is killed, at a moment nobody chose.
    private func killed(
        after delay: Duration, while work: @escaping @Sendable (VoterClient) async throws -> Void, in folder: String
    ) async throws {
        let process = try await ServeProcess(dataFolder: folder + "/data")
        let voter = VoterClient(process.connection, patience: .none)
        let clients = Task {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        // Until the service is gone; what was asked last stays unanswered.
                        while (try? await work(voter)) != nil {}
                    }
                }
            }
        }
        try await Task.sleep(for: delay)
        process.kill()
        await clients.value
    }

    /// Every device's slips, after the service has answered each as before, and any other device not at all.
    private func slips(
        of devices: [VotingDevice], _ codes: [AccessCode], _ manifest: Manifest, _ promises: Promises, _ folder: String
    ) async throws -> [[UInt8]] {
        try await TestService.run(in: folder) { service in
            var slips: [[UInt8]] = []
            for (index, device) in devices.enumerated() {
                var device = device
                let tokens = try await service.voter.tokens(device.tokenRequest, in: manifest.roundID)
                #expect(promises.answered(index, tokens.responses))
                let other = try VotingDevice(manifest, code: codes[index])
                let problem = await refusal {
                    _ = try await service.voter.tokens(other.tokenRequest, in: manifest.roundID)
                }
                #expect(problem?.code == "already-issued")
                try device.finalize(tokens)
                try device.mark(manifest.contests.indices.map { Choice.allCases[($0 + index) % Choice.allCases.count] })
                slips += device.slips
            }
            let secretary = try await service.staff("thuky", .secretary)
            let round = try #require(try await secretary.rounds().first)
            try await secretary.vote(round.round)
            return slips
        }
    }

    private func expectKept(
        _ receipts: Set<[UInt8]>, _ manifest: Manifest, _ boardKey: SigningKey, _ memberKey: SigningKey,
        _ folder: String
    ) async throws {
        try await TestService.run(in: folder) { service in
            let secretary = try await service.staff("thuky", .secretary)
            let board = try await service.staff("kiemphieu", .board)
            let round = try #require(try await secretary.rounds().first).round
            try await secretary.close(round, acknowledging: ["without-ballot"])
            try await secretary.seal(round, acknowledging: ["slips-missing"])
            let boxes = try BoxContents(try await service.voter.boxes(of: manifest), of: manifest)
            let kept = boxes.boxes.flatMap { $0 }
            #expect(receipts.isSubset(of: Set(kept)), "a receipted slip is not in the box")
            #expect(Set(kept).count == kept.count)
            let seal = try await service.voter.seal(of: manifest).seal
            try await board.open(
                round, with: BoardShare(member: 0, share: boardKey.scalar, for: seal, signedBy: memberKey))
        }
    }

    @Test func aSealingThatIsKilledIsFinishedOrNeverHappened() async throws {
        let folder = try TestService.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (manifest, token) = try await TestService.run(in: folder, time: .present) { service in
            let round = try await TestRound.frozen(service)
            try await round.voting(present: 6)
            try await round.vote(0, [Choice](repeating: .first, count: 8))
            return (
                round.manifest,
                try await round.secretary.newToken(
                    label: "kiểm thử", days: 30, password: TestService.staffPassword
                ).token
            )
        }
        for pause in [0, 2, 5, 10, 20, 40, 80] {
            let process = try await ServeProcess(dataFolder: folder + "/data")
            let secretary = StaffClient(process.connection, token: token)
            let round = try #require(try? await secretary.rounds().first).round
            let sealing = Task {
                _ = try? await secretary.close(round, acknowledging: ["without-ballot"])
                _ = try? await secretary.seal(round, acknowledging: ["slips-missing"])
            }
            try await Task.sleep(for: .milliseconds(pause))
            process.kill()
            _ = await sealing.value
            try await expectConsistent(manifest, folder)
        }
    }

    /// Sealed with everything in place and no spool, or voting, or closed and not sealed, with its spool and no box.
    private func expectConsistent(_ manifest: Manifest, _ folder: String) async throws {
        try await TestService.run(in: folder, time: TestTime(Int(Date().timeIntervalSince1970))) { service in
            let state = try await service.voter.status(of: manifest.roundID).state
            let name = Base64URL.encode(manifest.roundID.bytes)
            let files = FileManager.default
            let spool = files.fileExists(atPath: "\(folder)/data/rounds/\(name)/spool.sqlite")
            let box = files.fileExists(atPath: "\(folder)/data/rounds/\(name)/boxes.bin")
            #expect([.voting, .closing, .sealed].contains(state))
            #expect(spool == (state != .sealed))
            #expect(box == (state == .sealed))
            #expect(!files.fileExists(atPath: "\(folder)/data/rounds/\(name)/boxes.bin.new"))
            if state == .sealed {
                let boxes = try BoxContents(try await service.voter.boxes(of: manifest), of: manifest)
                #expect(boxes.boxes.map(\.count) == [Int](repeating: 1, count: 8))
            }
        }
    }

    @Test func aTerminatedServiceEndsInOrder() async throws {
        let folder = try TestService.makeFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await TestService.configuration(of: folder)
        let process = try await ServeProcess(dataFolder: folder + "/data")
        let code = try await process.terminate()
        #expect(code == 0)
    }
}
