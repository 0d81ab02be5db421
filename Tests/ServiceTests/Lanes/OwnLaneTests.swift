import Client
import Testing

@testable import Service

/// Each kind of work is done in the lanes that are its own: while one of them is full it is not done, and it does not
/// care how full the others are.
@Suite struct OwnLaneTests {
    @Test func workIsDoneInItsOwnLanesAndInNoOther() async throws {
        try await LaneHouse.run { house in
            let lanes = house.service.lanes
            for job in LaneJob.all {
                for lane in LaneKind.allCases where job.lanes.contains(lane) {
                    let answer = try await lane.filled(of: lanes) { try await job.ask(house) }
                    #expect(answer.status == 503, "\(job.name) while \(lane) is full")
                    #expect((answer.headers["retry-after"].flatMap(Int.init) ?? 0) > 0, "\(job.name)")
                }
                let others = LaneKind.allCases.filter { !job.lanes.contains($0) }
                let answer = try await LaneKind.filling(others, of: lanes) { try await job.ask(house) }
                #expect(answer.status < 400, "\(job.name) while all others are full: \(answer.text.prefix(300))")
            }
        }
    }

    @Test func noLaneIsWithoutItsWork() {
        let used = Set(LaneJob.all.flatMap(\.lanes))
        #expect(used.union([.keys, .gateway]) == Set(LaneKind.allCases))
    }

    /// Its keys are the keys' lane's, and the round that comes of them is a live one.
    @Test func freezingIsDoneInItsOwnLanes() async throws {
        try await PreparedRound.run(.draft) { round in
            let lanes = round.service.lanes
            let refused = try await LaneKind.keys.filled(of: lanes) { try await Self.freeze(round) }
            #expect(refused.failure == "overloaded" && refused.done == 0)
            let others = LaneKind.allCases.filter { $0 != .keys && $0 != .live }
            let done = try await LaneKind.filling(others, of: lanes) { try await Self.freeze(round) }
            #expect(done.roundID != nil && done.done == done.total)
        }
    }

    /// Until it is done, or has failed.
    private static func freeze(_ round: TestRound) async throws -> Client.FreezeProgress {
        var progress = try await round.secretary.freeze(round.name)
        while progress.roundID == nil, progress.failure == nil {
            try await Task.sleep(for: .milliseconds(20))
            progress = try await round.secretary.freezeProgress(of: round.name)
        }
        return progress
    }
}
