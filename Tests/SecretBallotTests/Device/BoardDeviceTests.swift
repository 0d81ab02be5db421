import StrictEncoding
import Testing

@testable import SecretBallot

@Suite struct BoardDeviceTests {
    let round: SmallRound
    let device: BoardDevice
    let record: MemoryRecord
    let report: AuditReport

    init() throws {
        round = try SmallRound.shared.get()
        device = round.boardDevice
        record = try round.record(Array(repeating: [.first, .second, .blank, .first], count: 3))
        report = BoardDevice.audit(record, of: round.manifest.roundID)
    }

    @Test func isReadBackAsItWas() throws {
        let again = try BoardDevice(stored: device.json.encoded(indented: true))
        #expect(again.board == device.board)
        #expect(device.board.threshold == 1)
        #expect(device.board.publicKey != device.board.members[0].key)
    }

    @Test func refusesADamagedFile() {
        let text = String(decoding: device.json.encoded(), as: UTF8.self)
        for damaged in [
            "", "{}", text.replacing("board-key/1", with: "board-key/2"), text.replacing("boardKey", with: "k"),
        ] {
            #expect(throws: MalformedInput.self) { try BoardDevice(stored: Array(damaged.utf8)) }
        }
    }

    @Test func freezesOpensAndSignsWhatHolds() throws {
        #expect(try device.signFreeze(of: round.manifest).isValid(in: round.manifest))
        let share = try device.share(after: report)
        let seal = try #require(report.seal)
        #expect(throws: Never.self) { try Opening([share], for: seal, of: round.manifest) }
        let tallies = Audit.run(record).tallies
        let signature = try device.signMinutes(of: record, after: report, counting: tallies)
        #expect(signature.isValid(counting: tallies, of: seal, by: round.manifest.board))
    }

    @Test func givesAnotherBoardNothing() throws {
        let stranger = BoardDevice(name: "x")
        #expect(throws: BoardDeviceFault.otherBoard) { try stranger.signFreeze(of: round.manifest) }
        #expect(throws: BoardDeviceFault.otherBoard) { try stranger.share(after: report) }
        let half = BoardDevice(name: "x", signing: round.memberKey, opening: SigningKey())
        #expect(throws: BoardDeviceFault.otherBoard) { try half.signFreeze(of: round.manifest) }
    }

    @Test func keepsTheKeyWhereTheBoxDoesNotHold() throws {
        var damaged = record
        damaged.documents[.found] = Array("{}\n".utf8)
        let report = BoardDevice.audit(damaged, of: round.manifest.roundID)
        #expect(throws: BoardDeviceFault.doesNotHold) { try device.share(after: report) }
        #expect(throws: BoardDeviceFault.doesNotHold) { try device.share(after: AuditReport()) }
        let other = try RoundVectors.shared.get().manifest.roundID
        #expect(throws: BoardDeviceFault.doesNotHold) { try device.share(after: BoardDevice.audit(record, of: other)) }
    }

    @Test func signsNoOtherCount() throws {
        let tallies = Audit.run(record).tallies
        for wrong in [tallies.dropLast(), tallies.reversed(), [tallies[1]] + tallies.dropFirst()] {
            #expect(throws: BoardDeviceFault.otherCount) {
                try device.signMinutes(of: record, after: report, counting: Array(wrong))
            }
        }
    }
}
