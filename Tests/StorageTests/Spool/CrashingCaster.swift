import Foundation
import Glibc
import StrictEncoding

@testable import Storage

/// What the process that is to be killed does: it casts from eight tasks, issues to few voters, and writes each
/// acknowledgement to a file, one write a line, which outlives it.
struct CrashingCaster: Sendable {
    private let layout: FolderLayout
    private let log: CInt

    init(_ root: String) {
        layout = FolderLayout(root: root)
        log = open(root + "/acknowledged", O_WRONLY | O_APPEND | O_CREAT, 0o600)
    }

    func run(from start: Int, killedAfter microseconds: UInt32) async throws {
        let folder = try DataFolder(opening: layout)
        let spool = try await folder.openSpool(of: [UInt8](repeating: 0xA5, count: 32))
        Thread.detachNewThread {
            usleep(microseconds)
            kill(getpid(), SIGKILL)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<8 { group.addTask { try await cast(into: spool, from: start + task * 100_000) } }
            try await group.waitForAll()
        }
    }

    private func cast(into spool: any BallotSpool, from start: Int) async throws {
        for number in start..<start + 100_000 {
            if try await spool.cast(TestSlip(number, contests: 4)) == .accepted { note("s\(number)\n") }
            let voter = number % 97
            let issued = try await spool.issue(Self.issuance(voter, batch: number))
            if issued == .accepted { note("v\(voter) \(number)\n") }
        }
    }

    static func issuance(_ voter: Int, batch: Int) -> Issuance {
        let digest = [UInt8](repeating: 0, count: 24) + [UInt8](bigEndian: UInt64(batch))
        return Issuance(voter: voter, batchDigest: digest, batch: digest)
    }

    private func note(_ line: String) {
        var line = line
        _ = line.withUTF8 { write(log, $0.baseAddress, $0.count) }
    }
}
