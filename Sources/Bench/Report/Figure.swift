/// One figure beside what it is held against.
public struct Figure: Sendable, Encodable {
    /// What must be said of ours ÷ limit.
    public enum Target: Sendable, Hashable {
        case atLeast(Double)
        case below(Double)
    }

    public let name: String

    /// "/s", "MiB", "s".
    public let unit: String
    public let ours: Samples
    public let limit: Samples
    public let target: Target

    init(_ name: String, _ ours: Samples, of limit: Samples, _ target: Target, unit: String = "/s") {
        (self.name, self.unit, self.ours, self.limit, self.target) = (name, unit, ours, limit, target)
    }

    /// Of the medians.
    public var ratio: Double { limit.median > 0 ? ours.median / limit.median : 0 }

    public var isReached: Bool {
        switch target {
        case .atLeast(let share): ratio >= share
        case .below(let share): ratio > 0 && ratio < share
        }
    }
}

extension Figure {
    private enum Member: String, CodingKey {
        case name, unit, ours, oursSpread, oursSamples, limit, limitSpread, limitSamples, ratio, target, reached
    }

    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Member.self)
        try object.encode(name, forKey: .name)
        try object.encode(unit, forKey: .unit)
        try object.encode(ours.median, forKey: .ours)
        try object.encode(ours.spread, forKey: .oursSpread)
        try object.encode(ours.values, forKey: .oursSamples)
        try object.encode(limit.median, forKey: .limit)
        try object.encode(limit.spread, forKey: .limitSpread)
        try object.encode(limit.values, forKey: .limitSamples)
        try object.encode(ratio, forKey: .ratio)
        try object.encode("\(target)", forKey: .target)
        try object.encode(isReached, forKey: .reached)
    }
}

extension Figure.Target: CustomStringConvertible {
    /// "≥ 0.95"
    public var description: String {
        switch self {
        case .atLeast(let share): "≥ \(share)"
        case .below(let share): "< \(share)"
        }
    }
}
