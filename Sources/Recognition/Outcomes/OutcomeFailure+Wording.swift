extension OutcomeFailure {
    /// The reason in words, for minutes and notices.
    public var text: BilingualText {
        guard let needed = verdict.needed, let short = verdict.short else { return withoutBase }
        let (found, criterion) = (verdict.count, criterion?.name ?? "")
        switch reason {
        case .noAttendanceQuorum:
            return BilingualText(
                "Hội nghị không đủ số người dự: có mặt \(found), cần ít nhất \(needed).",
                "The meeting lacked a quorum: \(found) present, at least \(needed) needed."
            )
        case .noTurnoutQuorum:
            return BilingualText(
                "“\(criterion)”: không đủ phiếu hợp lệ: có \(found), cần ít nhất \(needed).",
                "“\(criterion)”: too few valid slips: \(found), at least \(needed) needed."
            )
        case .votesShort:
            return BilingualText(
                "“\(criterion)”: được \(found) phiếu, cần ít nhất \(needed), thiếu \(short).",
                "“\(criterion)”: \(found) of the \(needed) votes needed, \(short) short."
            )
        }
    }

    private var withoutBase: BilingualText {
        BilingualText(
            "Không có cơ sở để tính tỷ lệ: \(verdict.base.text.vietnamese) bằng 0.",
            "Nothing to take a share of: the number of \(verdict.base.text.english) is 0."
        )
    }
}
