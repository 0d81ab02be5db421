public import Recognition

/// The minutes of the count (biên bản kiểm phiếu).
public struct CountMinutesForm: Hashable, Sendable {
    public let authority: Authority

    /// "Xét, công nhận “chi bộ bốn tốt” năm 2026"
    public let roundTitle: String
    public let meeting: Meeting
    public let rules: BallotRules
    public let counts: RoundCounts

    /// Voters excused for the whole meeting, who are not among the summoned.
    public let excused: Int
    public let outcomes: RoundOutcomes

    /// What voters found in the sealed boxes; a contradiction stands in the minutes.
    public let finders: FinderCounts

    /// Through whom ballots could come, in the manifest's order; none where everybody cast straight.
    public let relays: [RelaySeat]

    /// What they say that they sent, against who has a ballot and the boxes; what differs stands in the minutes.
    public let mix: MixCounts

    /// As the room's screen showed it: "5JRE-7BVB-YW1E-EP0C-V5KA".
    public let roundCode: String

    /// 32 bytes.
    public let boxRoot: [UInt8]
    public let board: [BoardSeat]

    public init(
        authority: Authority,
        roundTitle: String,
        meeting: Meeting,
        rules: BallotRules,
        counts: RoundCounts,
        excused: Int,
        outcomes: RoundOutcomes,
        finders: FinderCounts,
        relays: [RelaySeat] = [],
        mix: MixCounts = MixCounts(mixed: 0, issued: 0, collected: []),
        roundCode: String,
        boxRoot: [UInt8],
        board: [BoardSeat]
    ) {
        self.authority = authority
        self.roundTitle = roundTitle
        self.meeting = meeting
        self.rules = rules
        self.counts = counts
        self.excused = excused
        self.outcomes = outcomes
        self.finders = finders
        self.relays = relays
        self.mix = mix
        self.roundCode = roundCode
        self.boxRoot = boxRoot
        self.board = board
    }
}

/// A member of the counting board as the minutes name them.
public struct BoardSeat: Hashable, Sendable {
    public let name: String

    /// "Trưởng ban kiểm phiếu"
    public let position: String?

    public init(name: String, position: String? = nil) {
        self.name = name
        self.position = position
    }
}

/// A relay as the minutes name it.
public struct RelaySeat: Hashable, Sendable {
    public let name: String

    /// "tram.huyen.example"
    public let host: String

    /// Of its key, as members were shown it: "5JRE-7BVB-YW1E-EP0C".
    public let fingerprint: String

    /// Of how many voters it says that it mixed and sent the ballots; nil where it did not say.
    public let mixed: Int?

    public init(name: String, host: String, fingerprint: String, mixed: Int?) {
        self.name = name
        self.host = host
        self.fingerprint = fingerprint
        self.mixed = mixed
    }
}

/// When and where the ballot was held.
public struct Meeting: Hashable, Sendable {
    public let date: CalendarDate

    /// "Hội trường Ủy ban nhân dân xã Bum Tở"
    public let place: String

    public init(date: CalendarDate, place: String) {
        self.date = date
        self.place = place
    }
}
