import Connections
import NIOCore

/// What each body under way has taken of which purse, and how fast it comes: a value, without locks and sockets.
struct BodyLedger {
    typealias Account = ObjectIdentifier

    enum Stage {
        case coming
        case whole
        case letGo
    }

    struct Entry {
        let purse: BodyBudget.Purse
        var pace: Pace

        /// Called where it is let go.
        let end: @Sendable () -> Void
        fileprivate(set) var taken = 0
        fileprivate(set) var stage = Stage.coming
    }

    /// What came of a wish for room.
    struct Taking {
        var isThere = false

        /// Those who made room, to be told so.
        var letGo: [Entry] = []
    }

    private let room: [BodyBudget.Purse: Int]
    private var entries: [Account: Entry] = [:]
    private(set) var taken: [BodyBudget.Purse: Int] = [:]

    /// Bodies refused, or let go half-sent.
    private(set) var refusals = 0

    init(_ room: [BodyBudget.Purse: Int]) { self.room = room }

    /// - Parameter fresh: the account's entry, if this is its first.
    mutating func take(_ count: Int, for account: Account, _ fresh: Entry, at now: NIODeadline) -> Taking {
        var (entry, taking) = (entries[account] ?? fresh, Taking())
        entry.pace.came(count, at: now)
        entries[account] = entry
        guard entry.stage != .letGo else { return taking }
        while !hasRoom(for: count, entry.purse), let slowest = slowest(entry.purse, or: account, at: now) {
            guard slowest != account else { break }
            if let entry = letGo(slowest) { taking.letGo.append(entry) }
        }
        taking.isThere = hasRoom(for: count, entry.purse)
        guard taking.isThere else {
            refusals += 1
            return taking
        }
        entries[account]?.taken += count
        taken[entry.purse, default: 0] += count
        return taking
    }

    private func hasRoom(for count: Int, _ purse: BodyBudget.Purse) -> Bool {
        taken[purse, default: 0] + count <= room[purse, default: 0]
    }

    /// Nil where nobody is late.
    private func slowest(_ purse: BodyBudget.Purse, or account: Account, at now: NIODeadline) -> Account? {
        let late = entries.lazy.filter { id, entry in
            entry.purse == purse && entry.stage == .coming && entry.pace.mayGo <= now
                && (entry.taken > 0 || id == account)
        }
        return late.min { $0.value.pace.mayGo < $1.value.pace.mayGo }?.key
    }

    private mutating func letGo(_ account: Account) -> Entry? {
        guard var entry = entries[account] else { return nil }
        taken[entry.purse, default: 0] -= entry.taken
        (entry.taken, entry.stage) = (0, .letGo)
        entries[account] = entry
        refusals += 1
        return entry
    }

    /// All of the body has come.
    /// - Returns: false where it was let go.
    mutating func bodyEnded(_ account: Account) -> Bool {
        guard let stage = entries[account]?.stage else { return true }
        if stage == .coming { entries[account]?.stage = .whole }
        return stage != .letGo
    }

    mutating func close(_ account: Account) {
        guard let entry = entries.removeValue(forKey: account) else { return }
        taken[entry.purse, default: 0] -= entry.taken
    }
}
