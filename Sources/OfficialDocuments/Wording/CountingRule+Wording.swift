import Recognition

extension CountingRule {
    /// The rule in the words of minutes: "ít nhất 2/3 số được triệu tập", "trên 1/2 số được triệu tập".
    var wording: String {
        let fraction = threshold.fraction
        let share =
            fraction.denominator == 100
            ? "\(fraction.numerator) %" : "\(fraction.numerator)/\(fraction.denominator)"
        switch threshold.comparison {
        case .atLeast: return "đạt ít nhất \(share) \(base.wording)"
        case .moreThan: return "đạt trên \(share) \(base.wording)"
        }
    }
}

extension CountBase {
    var wording: String {
        switch self {
        case .summoned: "số được triệu tập"
        case .present: "số có mặt"
        case .issued: "số nhận phiếu"
        case .collected: "số phiếu thu vào"
        case .valid: "số phiếu hợp lệ"
        }
    }
}
