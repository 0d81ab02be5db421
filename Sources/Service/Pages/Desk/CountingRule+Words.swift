import Recognition

extension CountingRule {
    /// The rule in words: "ít nhất 2/3 số được triệu tập".
    var text: BilingualText {
        let (fraction, base) = (threshold.fraction, base.text)
        let (numerator, denominator) = (fraction.numerator, fraction.denominator)
        let share = denominator == 100 ? "\(numerator) %" : "\(numerator)/\(denominator)"
        return switch threshold.comparison {
        case .atLeast:
            BilingualText("ít nhất \(share) \(base.vietnamese)", "at least \(share) of \(base.english)")
        case .moreThan:
            BilingualText("trên \(share) \(base.vietnamese)", "more than \(share) of \(base.english)")
        }
    }
}

extension CountBase {
    fileprivate var text: BilingualText {
        switch self {
        case .summoned: BilingualText("số được triệu tập", "those summoned")
        case .present: BilingualText("số có mặt", "those present")
        case .issued: BilingualText("số nhận phiếu", "those who received ballots")
        case .collected: BilingualText("số phiếu thu vào", "the slips collected")
        case .valid: BilingualText("số phiếu hợp lệ", "the valid slips")
        }
    }
}
