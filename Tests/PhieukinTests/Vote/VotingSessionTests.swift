import Client
import SecretBallot
import StrictEncoding
import Testing

@testable import phieukin

/// A device that crashes anywhere goes on from what it kept, and casts every slip once.
struct VotingSessionTests {
    private struct Crash: Error {}

    /// What the device has on its disk, and when it is to crash.
    private final class Disk {
        var kept: [UInt8]
        private var writes = 0
        private let crashes: (at: Int, isKept: Bool)

        init(_ device: VotingDevice, crashing crashes: (at: Int, isKept: Bool)) {
            kept = device.json.encoded()
            self.crashes = crashes
        }

        func keep(_ device: VotingDevice) throws {
            defer { writes += 1 }
            guard writes == crashes.at else { return kept = device.json.encoded() }
            if crashes.isKept { kept = device.json.encoded() }
            throw Crash()
        }
    }

    @Test func goesOnAfterACrashAnywhere() async throws {
        try await LiveRound.run { round in
            let crashes = [0, 1, 2, 4].flatMap { [($0, false), ($0, true)] }
            for (code, crash) in zip(round.codes, crashes) {
                let disk = Disk(try VotingDevice(round.manifest, code: code), crashing: crash)
                await #expect(throws: Crash.self) { try await vote(round, disk) }
                try await vote(round, disk)
            }
            let turnout = try #require(try await round.voter.status(of: round.manifest.roundID).turnout)
            #expect(turnout.issued == 8)
            #expect(turnout.slips == 8 * round.manifest.contests.count)
        }
    }

    private func vote(_ round: LiveRound, _ disk: Disk) async throws {
        var session = VotingSession(
            try VotingDevice(round.manifest, stored: disk.kept), round.voter, keep: disk.keep)
        try await session.obtainTokens()
        if !session.isMarked { try session.mark(round.manifest.contests.map { _ in .first }) }
        try await session.castAll()
        #expect(session.device.uncast.isEmpty)
    }
}
