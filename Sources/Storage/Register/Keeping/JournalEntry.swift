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
