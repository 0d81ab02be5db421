import StrictEncoding
import Testing

@testable import SecretBallot

@Suite struct AttendanceTests {
    let round: SmallRound

    init() throws { round = try SmallRound.shared.get() }

    private func read(_ present: JSONValue, _ excused: JSONValue, _ absent: JSONValue) throws -> Attendance {
        let value: JSONValue = [
            "roundID": .bytes(round.manifest.roundID.bytes), "present": present, "excused": excused, "absent": absent,
        ]
        return try Attendance(value.encoded(), of: round.manifest)
    }

    @Test func theExcusedAreNotSummoned() throws {
        let attendance = try Attendance(present: ["uv-0"], excused: ["uv-2"], of: round.manifest)
        #expect(attendance.absent == ["uv-1"])
        #expect(attendance.summoned == 2)
    }

    @Test func eachVoterStandsOnce() throws {
        #expect(throws: Never.self) { try read(["uv-0"], ["uv-1"], ["uv-2"]) }
        #expect(throws: MalformedInput.self) { try read(["uv-0"], ["uv-1"], []) }
        #expect(throws: MalformedInput.self) { try read(["uv-0", "uv-0"], ["uv-1"], ["uv-2"]) }
        #expect(throws: MalformedInput.self) { try read(["uv-0"], ["uv-0", "uv-1"], ["uv-2"]) }
        #expect(throws: MalformedInput.self) { try read(["uv-0", "stranger"], ["uv-1"], ["uv-2"]) }
        #expect(throws: MalformedInput.self) { try read(["uv-0", 1], ["uv-1"], ["uv-2"]) }
    }

    @Test func anotherRoundsAttendanceIsRefused() throws {
        let vectors = try RoundVectors.shared.get()
        #expect(throws: MalformedInput.self) { try Attendance(vectors.bytes("attendance"), of: round.manifest) }
    }
}
