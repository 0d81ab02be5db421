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

extension RoundDesk {
    /// Lets the spool know what the register says was fixed, at once after that was written, and before relays are asked.
    func keepClosing() async throws {
        guard let live, live.manifest.version != .one else { return }
        let kept = KeptClosing(closing: try await require(.closing), steps: try await require(.steps))
        guard try await live.spool.keep(closing: kept.stored) != .differs else { throw RoundFault.spoolDamaged.problem }
    }

    /// At a start: what the spool knows of the end of voting is brought into a register that is older.
    /// - Returns: false where the two contradict each other.
    func completeClosing(of live: LiveRound, in state: RoundState) async throws -> Bool {
        guard let bytes = try await live.spool.closing() else {
            // Closed by a program that did not tell the spool, or killed before it could.
            if state == .closing { try await keepClosing() }
            return true
        }
        let kept = try KeptClosing(stored: bytes)
        guard state != .closing else {
            return try await kept == KeptClosing(closing: require(.closing), steps: require(.steps))
        }
        return try await complete(kept, of: live)
    }

    private func complete(_ kept: KeptClosing, of live: LiveRound) async throws -> Bool {
        let (closing, roll) = (try ClosingDocument(kept.closing, of: live.manifest).closing, try await live.roll())
        guard Hash.digest(roll) == closing.rollHash else { return false }
        try await move(
            from: [.frozen, .issuing, .voting], to: .closing,
            documents: [.roll: roll, .closing: kept.closing, .steps: kept.steps], at: closing.closedAt,
            noting: JournalEntry(RoundDeed.closed, by: "phieukin", in: name, at: tools.clock.now))
        tools.logger.critical(
            """
            the register is older than the end of the round's voting: it was closed again as it was closed, at the same \
            time; look through all that was done since that register was saved
            """,
            metadata: ["round": "\(name)"])
        return true
    }
}
