extension CountingRule {
    /// The rule in words: "ít nhất 2/3 số được triệu tập", "trên 1/2 số được triệu tập".
    public var text: BilingualText {
        let fraction = threshold.fraction
        let share =
            fraction.denominator == 100
            ? "\(fraction.numerator) %" : "\(fraction.numerator)/\(fraction.denominator)"
        let base = base.text
        return switch threshold.comparison {
        case .atLeast:
            BilingualText("ít nhất \(share) \(base.vietnamese)", "at least \(share) of \(base.english)")
        case .moreThan:
            BilingualText("trên \(share) \(base.vietnamese)", "more than \(share) of \(base.english)")
        }
    }
}

extension CountBase {
    public var text: BilingualText {
        switch self {
        case .summoned: BilingualText("số được triệu tập", "those summoned")
        case .present: BilingualText("số có mặt", "those present")
        case .issued: BilingualText("số nhận phiếu", "those who took slips")
        case .collected: BilingualText("số phiếu thu vào", "the slips collected")
        case .valid: BilingualText("số phiếu hợp lệ", "the valid slips")
        }
    }
}
