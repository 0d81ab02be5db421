import StrictEncoding

/// What a member of staff did; never anything of a voter's ballot.
public struct JournalEntry: Hashable, Sendable {
    public let at: Int
    public let account: String
    public let round: String?

    /// A stable name, such as "round.freeze".
    public let action: String
    public let detail: String

    public init(at time: Int, account: String, round: String? = nil, action: String, detail: String = "") {
        self.at = time
        self.account = account
        self.round = round
        self.action = action
        self.detail = detail
    }
}

/// Why the journal is not the one that was written.
public enum JournalFault: Hashable, Sendable {
    /// The entry at `place` (from 1) is not there, though later ones are.
    case missing(place: Int)

    /// The entry at `place` is not the one that was chained there, or the one before it is not.
    case altered(place: Int, JournalEntry)

    /// Entries were added or cut off at the end: the head counts `expected`, `found` are there.
    case length(expected: Int, found: Int)

    /// The head kept beside the entries is not the last entry's.
    case head

    /// The chain never had the head that somebody wrote down.
    case unknownCode(String)
}

/// Where the journal's chain ends: how many entries it has, and the last one's digest.
public struct JournalHead: Hashable, Sendable {
    public let count: Int

    /// SHA-256, by `JournalChain`.
    public let digest: [UInt8]

    /// Of a journal without entries.
    static let empty = JournalHead(count: 0, digest: [UInt8](repeating: 0, count: 32))

    /// To be written down: the count and 80 bits of the digest, as in "128-5JRE-7BVB-YW1E-EP0C".
    public var code: String { "\(count)-" + Crockford.grouped(Crockford.encode(digest, count: 16), by: 4) }

    /// Whether what a person typed can be any head's code: a count, and sixteen letters and digits.
    public static func isCode(_ typed: String) -> Bool {
        guard let code = Crockford.normalised(typed) else { return false }
        return code.count > 16 && Int(code.dropLast(16)) != nil
    }

    /// Whether a person's `typed` code is this head's.
    func isMeant(by typed: String) -> Bool { Crockford.normalised(typed) == Crockford.normalised(code) }
}

/// The journal of staff's actions: only ever added to, each entry chained to the one before it.
public protocol JournalRegister: Sendable {
    /// Notes what changes nothing else in this register; what does is noted by `Register.noting`.
    func add(_ entry: JournalEntry) async throws

    /// The latest `limit` entries, newest first; of one round, or of all where `round` is nil.
    func journal(of round: String?, limit: Int) async throws -> [JournalEntry]

    /// How far the journal has come. Who writes its code down can later tell that nothing before it was changed.
    func journalHead() async throws -> JournalHead

    /// The latest time in the journal, among the rounds' steps, and by which anything was found expired; 0 where there is
    /// none.
    func latestTime() async throws -> Int

    /// Computes the whole chain anew.
    /// - Parameter codes: heads' codes that people have written down.
    /// - Returns: the first thing that does not fit; nil where all does.
    func journalFault(known codes: [String]) async throws -> JournalFault?
}
