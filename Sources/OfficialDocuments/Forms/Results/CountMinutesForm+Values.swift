import Recognition

extension CountMinutesForm {
    static let schema = TemplateSchema(
        lines: [
            "document-title", "kind", "column-order", "column-criterion", "column-collected", "column-first",
            "column-second", "column-blank", "column-invalid", "column-share", "column-outcome", "holds", "fails",
            "no-turnout", "unit-passed", "unit-failed", "unit-annulled", "unit-kept", "board", "column-name",
            "column-signature",
        ],
        passages: ["subject", "opening", "conclusion"],
        fields: [
            "authority", "committee", "parent", "place", "round", "date", "meeting-place", "board-count", "summoned",
            "present", "excused", "absent", "attendance-rule", "attendance-needed", "turnout-rule", "approval-rule",
            "approval-base", "issued", "contests", "units", "criteria", "slips-issued", "slips-collected",
            "slips-valid", "slips-blank", "slips-invalid", "first", "second", "passed-count", "failed-count",
            "round-code", "box-root", "contradiction", "short", "overstated",
        ],
        required: [
            "round", "summoned", "present", "excused", "absent", "slips-issued", "slips-collected", "slips-valid",
            "slips-invalid", "round-code", "box-root",
        ],
        conditions: ["annulment", "quorum", "contradiction", "relays", "short", "overstated"],
        lists: [
            "board": ["member"], "relays": ["relay", "host", "fingerprint", "mixed"], "passed": ["unit"],
            "failed": ["unit", "reasons"],
        ]
    )

    var values: FieldValues {
        FieldValues(
            meetingTexts.merging(ruleTexts) { $1 }.merging(slipTexts) { $1 }.merging(outcomeTexts) { $1 },
            conditions: [
                "annulment": outcomes.kind == .annulment, "quorum": outcomes.attendance.holds,
                "contradiction": finders.contradiction != nil, "relays": !relays.isEmpty,
                "short": mix.warning != nil, "overstated": mix.overstatement != nil,
            ],
            lists: [
                "board": board.map { ["member": [$0.name, $0.position].compactMap(\.self).joined(separator: ", ")] },
                "relays": relays.map(\.texts), "passed": outcomes.units.filter(\.passed).map { ["unit": $0.unit.name] },
                "failed": outcomes.units.filter { !$0.passed }.map(\.texts),
            ])
    }

    private var meetingTexts: [String: String] {
        [
            "authority": authority.bodyName, "committee": authority.committeeName, "parent": authority.parent,
            "place": authority.place, "round": roundTitle.insideSentence, "date": meeting.date.vietnamese,
            "meeting-place": meeting.place, "board-count": Figures.count(board.count),
            "summoned": Figures.count(counts.summoned), "present": Figures.count(counts.present),
            "excused": Figures.count(excused), "absent": Figures.count(counts.summoned - counts.present),
        ]
    }

    private var ruleTexts: [String: String] {
        [
            "attendance-rule": rules.attendance.wording,
            "attendance-needed": outcomes.attendance.needed.map(Figures.count) ?? "–",
            "turnout-rule": rules.turnout.wording, "approval-rule": rules.approval.wording,
            "approval-base": rules.approval.base.wording,
        ]
    }

    private var slipTexts: [String: String] {
        let slips = outcomes.units.flatMap(\.criteria).map(\.counts)
        func sum(_ part: (SlipCounts) -> Int) -> String { Figures.count(slips.map(part).reduce(0, +)) }
        return [
            "issued": Figures.count(counts.issued), "contests": Figures.count(slips.count),
            "slips-issued": Figures.count(counts.issued * slips.count), "slips-collected": sum(\.collected),
            "slips-valid": sum(\.valid), "slips-blank": sum(\.blank), "slips-invalid": sum(\.invalid),
        ]
    }

    private var outcomeTexts: [String: String] {
        let passed = outcomes.units.count(where: \.passed)
        return [
            "units": Figures.count(outcomes.units.count),
            "criteria": Figures.count(outcomes.units.first?.criteria.count ?? 0),
            "first": outcomes.kind.firstChoice.vietnamese, "second": outcomes.kind.secondChoice.vietnamese,
            "passed-count": Figures.count(passed), "failed-count": Figures.count(outcomes.units.count - passed),
            "contradiction": finders.contradiction?.vietnamese ?? "", "short": mix.warning?.vietnamese ?? "",
            "overstated": mix.overstatement?.vietnamese ?? "",
            "round-code": roundCode,
            "box-root": Figures.hexadecimal(boxRoot),
        ]
    }
}

extension RelaySeat {
    fileprivate var texts: [String: String] {
        let mixed = mixed.map { "đã trộn và gửi phiếu của \(Figures.count($0)) đồng chí" }
        return [
            "relay": name, "host": host, "fingerprint": fingerprint,
            "mixed": mixed ?? "không báo đã gửi phiếu của bao nhiêu đồng chí",
        ]
    }
}
