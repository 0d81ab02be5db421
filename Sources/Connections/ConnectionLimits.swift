import Glibc
public import NIOCore

/// How many connections there may be, and how long each may take for what.
public struct ConnectionLimits: Sendable {
    // MARK: Numbers

    /// Of all addresses together.
    public var connections = 4_096

    /// From one address: a hall's worth of phones behind one, six connections each.
    public var perAddress = 512

    /// Beyond those, how many are told to come again; what comes then is closed without a word.
    public var turnedAway = 64

    // MARK: Times

    /// Without a request under way.
    public var idle = TimeAmount.seconds(60)

    /// For a request's head, from its first byte.
    public var head = TimeAmount.seconds(20)

    /// For a request's body, besides what its bytes take at `rate`.
    public var body = TimeAmount.seconds(30)

    /// For an answer, besides what its bytes take at `rate`.
    public var answer = TimeAmount.seconds(60)

    /// Without a byte of an answer being taken.
    public var standstill = TimeAmount.seconds(30)

    /// For a client to see an answer that ends its connection.
    public var lingering = TimeAmount.seconds(5)

    /// What a stopping service waits for requests under way.
    public var stopping = TimeAmount.seconds(10)

    /// What somebody slow has though others need the room: less than a phone takes to find its network again.
    public var grace = TimeAmount.seconds(3)

    /// How often a connection is looked at.
    public var pace = TimeAmount.seconds(2)

    /// The slowest line that is served, in bytes a second: half of what a telephone modem of two channels had.
    public var rate = 8 << 10

    // MARK: Heads

    static let headBytes = 32 << 10
    static let fieldBytes = 16 << 10
    static let fieldCount = 100

    public init() {}

    /// As many as the descriptors of this process allow.
    public init(descriptors: Int) {
        connections = max(16, min(connections, descriptors - Descriptors.reserve))
        perAddress = min(perAddress, max(8, connections / 4))
    }

    /// What so many bytes may take.
    public func allowance(_ time: TimeAmount, bytes: Int) -> TimeAmount {
        time + .nanoseconds(Int64(bytes) * 1_000_000_000 / Int64(rate))
    }
}

/// How many files and connections this process may have open.
public enum Descriptors {
    /// For what must not fail: files, and whatever is asked of others.
    public static let reserve = 256

    /// More than the service can use: some programs walk over all that they may have.
    private static let most: rlim_t = 65_536

    /// Raises the limit as far as the system lets it.
    /// - Returns: the limit from then on.
    public static func raise() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
        let wanted = min(limit.rlim_max, most)
        if limit.rlim_cur < wanted {
            var raised = rlimit(rlim_cur: wanted, rlim_max: limit.rlim_max)
            if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit.rlim_cur = wanted }
        }
        return Int(min(limit.rlim_cur, most))
    }
}
