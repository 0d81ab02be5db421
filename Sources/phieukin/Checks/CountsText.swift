import Recognition
import SecretBallot

/// What an audit counted, figure by figure as the minutes of the count have it: whoever holds the printed minutes can
/// lay the two side by side. The record's own copy of the minutes is for people, and nothing is checked of it.
struct CountsText {
    private let kind: RoundKind
    private let outcomes: RoundOutcomes
    private let issued: Int

    /// Nil where the record's boxes could not be counted.
    init?(_ report: AuditReport) {
        guard let manifest = report.manifest, let outcomes = report.outcomes else { return nil }
        (kind, self.outcomes, issued) = (manifest.kind, outcomes, report.issuedCount)
    }

    func lines(inEnglish isEnglish: Bool) -> [String] {
        let figures = (people + slips).map { "    \($0.text(inEnglish: isEnglish))" }
        let table = outcomes.units.enumerated().flatMap { place, unit in
            rows(of: unit, at: place + 1, inEnglish: isEnglish)
        }
        return ["", head.text(inEnglish: isEnglish)] + figures + ["", columns.text(inEnglish: isEnglish)] + table
    }

    private var head: BilingualText {
        BilingualText(
            "Số liệu đếm lại, để so với biên bản kiểm phiếu:", "What was counted again, to be held against the minutes:"
        )
    }

    private var people: [BilingualText] {
        let (summoned, present) = (outcomes.attendance.baseCount, outcomes.attendance.count)
        return [
            BilingualText("được triệu tập: \(summoned)", "summoned: \(summoned)"),
            BilingualText("có mặt: \(present)", "present: \(present)"),
            BilingualText("nhận phiếu: \(issued)", "hold ballots: \(issued)"),
        ]
    }

    /// Over all contests together.
    private var slips: [BilingualText] {
        let all = outcomes.units.flatMap(\.criteria).map(\.counts)
        func sum(_ part: (SlipCounts) -> Int) -> Int { all.map(part).reduce(0, +) }
        return [
            ("phiếu phát ra", "slips issued", issued * all.count),
            ("phiếu thu vào", "slips collected", sum(\.collected)),
            ("phiếu hợp lệ", "valid slips", sum(\.valid)), ("phiếu để trống", "blank slips", sum(\.blank)),
            ("phiếu không hợp lệ", "invalid slips", sum(\.invalid)),
        ].map { BilingualText("\($0.0): \($0.2)", "\($0.1): \($0.2)") }
    }

    private var columns: BilingualText {
        BilingualText(
            "Thu vào / \(kind.firstChoice.vietnamese) / \(kind.secondChoice.vietnamese) / để trống / không hợp lệ:",
            "Collected / \(kind.firstChoice.english) / \(kind.secondChoice.english) / blank / invalid:")
    }

    private func rows(of unit: UnitOutcome, at place: Int, inEnglish isEnglish: Bool) -> [String] {
        ["\(place). \(unit.unit.name): \(result(unit).text(inEnglish: isEnglish))"]
            + unit.criteria.enumerated().map { offset, verdict in
                let counts = verdict.counts
                let figures = [counts.collected, counts.first, counts.second, counts.blank, counts.invalid]
                let row = figures.map(String.init).joined(separator: " ")
                return "    \(place).\(offset + 1) \(verdict.criterion.name): \(row)"
            }
    }

    private func result(_ unit: UnitOutcome) -> BilingualText {
        switch (kind, unit.passed) {
        case (.recognition, true): BilingualText("được công nhận", "recognised")
        case (.recognition, false): BilingualText("không được công nhận", "not recognised")
        case (.annulment, true): BilingualText("hủy bỏ kết quả công nhận", "annulled")
        case (.annulment, false): BilingualText("không hủy bỏ", "not annulled")
        }
    }
}
