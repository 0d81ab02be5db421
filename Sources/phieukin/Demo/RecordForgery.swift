import Foundation
import Recognition
import SecretBallot

/// A record in which somebody moved one slip from “Không đạt” to “Đạt” in the tally, to show that an audit sees it.
struct RecordForgery {
    private let source: ArchivedRecord
    private let target: String

    init(of path: String, to target: String) throws {
        source = try ArchivedRecord(path: path)
        self.target = target
    }

    func makeUp(_ manifest: Manifest) throws {
        try? FileManager.default.removeItem(atPath: target)
        let writer = try RecordWriter(path: target, time: Clock.now / 2 * 2)
        for name in source.names {
            let bytes = try source.read(name, limit: 64 << 20)
            try writer.add(name, name == RecordFile.tally.rawValue ? forged(bytes, manifest) : bytes)
        }
        try writer.finish()
    }

    private func forged(_ bytes: [UInt8], _ manifest: Manifest) throws -> [UInt8] {
        var tallies = try TallyDocument(bytes, of: manifest).tallies
        guard let place = tallies.firstIndex(where: { $0.counts.second > 0 }) else { return bytes }
        let honest = tallies[place].counts
        let counts = try SlipCounts(
            first: honest.first + 1, second: honest.second - 1, blank: honest.blank, invalid: honest.invalid)
        tallies[place] = try ContestTally(contest: place, counts: counts)
        return TallyDocument(tallies).bytes(of: manifest)
    }
}
