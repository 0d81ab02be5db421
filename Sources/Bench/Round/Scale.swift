/// How much is measured: bounded in number and time.
public struct Scale: Sendable {
    /// How often each figure is measured.
    public var rounds = 5

    /// For how long each of those that have no end of their own, each time.
    public var seconds = 1

    /// Voters who take their tokens and cast their slips over HTTP, each time.
    public var votersAtOnce = 40

    /// Voters of the smaller record; the larger has four times as many.
    public var recordVoters = 100

    /// 24 units of four criteria: 96 contests.
    public var units = 24

    /// The usual one.
    public init() {}

    /// To see that it works; its figures mean little.
    public static var quick: Scale {
        var scale = Scale()
        (scale.rounds, scale.votersAtOnce, scale.recordVoters) = (2, 8, 10)
        return scale
    }
}
