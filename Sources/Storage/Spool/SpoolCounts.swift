/// What a spool holds, and how it came there.
public struct SpoolCounts: Hashable, Sendable {
    /// Voters issued to.
    public var issued: Int

    /// Slips of all contests.
    public var slips: Int

    /// Transactions since the spool was opened; fewer than what they wrote, where callers shared them.
    public var commits: Int

    public init(issued: Int, slips: Int, commits: Int) {
        self.issued = issued
        self.slips = slips
        self.commits = commits
    }
}
