import Logging
import SecretBallot
import Storage
import StrictEncoding

/// What the end of voting fixed, as the spool keeps it beside the issuances that it fixed.
///
/// A register that is older than the closing, put back from a backup, would close the round again at another time, and two
/// closings of one round prove misconduct, of an honest operator too. The spool is in no backup: it knows.
struct KeptClosing: Sendable, Hashable {
    /// `closing.json`
    let closing: [UInt8]

    /// `steps.json`
    let steps: [UInt8]

    init(closing: [UInt8], steps: [UInt8]) { (self.closing, self.steps) = (closing, steps) }

    /// - Throws: `MalformedInput`.
    init(stored bytes: [UInt8]) throws(MalformedInput) {
        let object = try JSONReader(parsing: bytes, as: "kept closing", limit: 128 << 10).object(["closing", "steps"])
        closing = try object.member("closing").bytes()
        steps = try object.member("steps").bytes()
    }

    var stored: [UInt8] {
        let value: JSONValue = ["closing": .bytes(closing), "steps": .bytes(steps)]
        return value.encoded()
    }
}

/// The end of voting, as the register is to have it.
struct FixedEnd: Sendable {
    let documents: [RoundDocument: [UInt8]]

    /// Seconds since 1970.
    let time: Int
}

extension RoundDesk {
    func keep(_ kept: KeptClosing, of live: LiveRound) async throws {
        guard try await live.spool.keep(closing: kept.stored) != .differs else { throw RoundFault.twoClosings }
    }

    /// What the spool was told, with the roll that it fixed; nil where it was told nothing.
    /// - Throws: `RoundFault.spoolDamaged` where the issuances are not those that the closing fixed.
    func keptEnd(of live: LiveRound) async throws -> FixedEnd? {
        guard live.manifest.version != .one, let bytes = try await live.spool.closing() else { return nil }
        let kept = try KeptClosing(stored: bytes)
        let (closing, roll) = (try ClosingDocument(kept.closing, of: live.manifest).closing, try await live.roll())
        guard Hash.digest(roll) == closing.rollHash else { throw RoundFault.spoolDamaged }
        return FixedEnd(
            documents: [.roll: roll, .closing: kept.closing, .steps: kept.steps], time: closing.closedAt)
    }

    /// At a start: what the spool knows of the end of voting is brought into a register that is older.
    /// - Throws: `RoundFault` where the two contradict each other.
    func completeClosing(of live: LiveRound, in state: RoundState) async throws {
        guard live.manifest.version != .one else { return }
        if state == .closing {
            let known = KeptClosing(closing: try await require(.closing), steps: try await require(.steps))
            // A spool of before the tokens would be sealed with all of its slips lost, and nobody told.
            let closing = try ClosingDocument(known.closing, of: live.manifest).closing
            guard try await Hash.digest(live.roll()) == closing.rollHash else { throw RoundFault.spoolDamaged }
            // Closed by a program that did not tell the spool, it is told now.
            try await keep(known, of: live)
        } else if let end = try await keptEnd(of: live) {
            try await complete(end, of: live)
        }
    }

    private func complete(_ end: FixedEnd, of live: LiveRound) async throws {
        try await move(
            from: [.frozen, .issuing, .voting], to: .closing, documents: end.documents, at: end.time,
            noting: JournalEntry(RoundDeed.closed, by: "phieukin", in: name, at: tools.clock.now))
        tools.logger.critical(
            """
            the register did not have the end of the round's voting, which the spool has: it was closed as it was closed, \
            at the same time; unless the service was stopped in that very moment, the register is an older one: look \
            through all that was done since it was saved
            """,
            metadata: ["round": "\(name)"])
    }
}
