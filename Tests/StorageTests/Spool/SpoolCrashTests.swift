import Foundation
import Glibc
import StrictEncoding
import TestSupport
import Testing

@testable import Storage

/// Kills a process that casts and issues, many times, and asks after each what it had acknowledged.
@Suite struct SpoolCrashTests {
    private static let kills = 25

    @Test func losesNothingAcknowledgedAndTakesNothingTwice() async throws {
        let place = try Installation()
        do { try await place.spool(contests: 4, in: place.open()).shutDown() }
        var random = SeededRandom()
        for run in 0..<Self.kills {
            // Microseconds, from the first cast on.
            let moment = UInt32.random(in: 1_000...120_000, using: &random)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [root = place.layout.root as String, start = run * 1_000_000 as Int, delay = moment as UInt32] in
                try await CrashingCaster(root).run(from: start, killedAfter: delay)
            }
        }
        let folder = try place.open()
        let spool = try await place.opened(in: folder)
        let (slips, voters) = try Self.acknowledged(place.layout.root)
        #expect(slips.count > Self.kills)
        for number in slips { #expect(try await spool.cast(TestSlip(number, contests: 4)) == .repeated) }
        try await Self.expectFirstBatches(voters, in: spool)
        await spool.close()
        try await place.writeBoxes(of: spool)
        let boxed = try parseBoxes(TemporaryFolder.bytes(of: place.boxes)).flatMap(\.self)
        #expect(Set(boxed).count == boxed.count && boxed.count == spool.counts.slips)
    }

    private static func expectFirstBatches(_ voters: [Int: Int], in spool: any BallotSpool) async throws {
        for (voter, batch) in voters {
            let issuance = try await spool.issuance(of: voter)
            #expect(issuance == CrashingCaster.issuance(voter, batch: batch))
        }
    }

    /// What the killed processes wrote down after each acknowledgement: slips, and each voter's batch.
    private static func acknowledged(_ root: String) throws -> (slips: [Int], voters: [Int: Int]) {
        let lines = String(decoding: try TemporaryFolder.bytes(of: root + "/acknowledged"), as: UTF8.self)
        var (slips, voters): ([Int], [Int: Int]) = ([], [:])
        for line in lines.split(separator: "\n") {
            let numbers = line.dropFirst().split(separator: " ").compactMap { Int($0) }
            if line.first == "s" {
                slips.append(numbers[0])
            } else {
                #expect(voters.updateValue(numbers[1], forKey: numbers[0]) == nil, "a voter issued two batches")
            }
        }
        return (slips, voters)
    }
}
