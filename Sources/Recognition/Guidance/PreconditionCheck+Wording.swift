extension PreconditionCheck {
    /// What is asked, of a unit of the size that `stated` tells.
    func required(of stated: [String: Int]) -> BilingualText {
        switch self {
        case .share(_, _, let threshold): return threshold.text
        case .minimum(_, let least): return .atLeast("\(least)")
        case .minimumBySize(_, let size, let steps):
            guard let least = stated[size].flatMap(steps.least) else { return Self.bySize(steps) }
            return .atLeast("\(least)")
        case .maximum(_, let most): return BilingualText("không quá \(most)", "at most \(most)")
        case .flag: return BilingualText("có", "yes")
        }
    }

    /// What was found, all facts of the check being stated.
    func found(in stated: [String: Int]) -> BilingualText {
        switch self {
        case .share(let part, let whole, _):
            let (part, whole) = (stated[part] ?? 0, stated[whole] ?? 0)
            guard whole > 0, (0...whole).contains(part) else { return BilingualText("\(part)/\(whole)") }
            let percent = Self.percent(part, of: whole)
            return BilingualText("\(part)/\(whole) (\(percent(",")) %)", "\(part)/\(whole) (\(percent("."))%)")
        case .flag(let fact) where stated[fact] == 0: return BilingualText("không", "no")
        case .minimum(let fact, _), .minimumBySize(let fact, _, _), .maximum(let fact, _), .flag(let fact):
            return BilingualText("\(stated[fact] ?? 0)")
        }
    }

    private static func bySize(_ steps: [SizeStep]) -> BilingualText {
        let list = steps.map { "\($0.from)+: \($0.least)" }.joined(separator: "; ")
        return BilingualText("ít nhất, theo quy mô: \(list)", "at least, by size: \(list)")
    }

    /// One decimal place, cut and not rounded: 69.97 % must not read as the 70 % that it missed.
    private static func percent(_ part: Int, of whole: Int) -> (_ mark: String) -> String {
        let (tenths, _) = whole.dividingFullWidth(part.multipliedFullWidth(by: 1000))
        return { mark in tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(mark)\(tenths % 10)" }
    }
}

extension Threshold {
    /// "ít nhất 70 %", or the fraction itself where it is no whole percentage.
    var text: BilingualText {
        let percent = fraction.numerator * 100 / fraction.denominator
        let isWhole = fraction.numerator * 100 % fraction.denominator == 0
        let vietnamese = isWhole ? "\(percent) %" : "\(fraction.numerator)/\(fraction.denominator)"
        let english = isWhole ? "\(percent)%" : "\(fraction.numerator)/\(fraction.denominator)"
        switch comparison {
        case .atLeast: return BilingualText("ít nhất \(vietnamese)", "at least \(english)")
        case .moreThan: return BilingualText("trên \(vietnamese)", "more than \(english)")
        }
    }
}

extension BilingualText {
    fileprivate init(_ figures: String) { self.init(figures, figures) }

    fileprivate static func atLeast(_ figures: String) -> BilingualText {
        BilingualText("ít nhất \(figures)", "at least \(figures)")
    }
}
