import Recognition
import Typesetting

extension CountMinutesForm {
    /// A row for each unit with its outcome, below it one for each criterion with every figure.
    func countTable(_ words: FilledTemplate) throws(TemplateFault) -> Table {
        let names = ["order", "criterion", "collected", "first", "second", "blank", "invalid", "share", "outcome"]
        var header: [TableCell] = []
        for name in names { header.append(OfficialLayout.head(try words.line("column-\(name)"))) }
        var rows: [TableRow] = []
        for (place, unit) in outcomes.units.enumerated() {
            rows.append(try head(of: unit, at: place, words))
            for (offset, verdict) in unit.criteria.enumerated() {
                rows.append(try row(of: verdict, order: "\(place + 1).\(offset + 1)", words))
            }
        }
        let columns =
            [OfficialLayout.column(12), OfficialLayout.restColumn]
            + [12.0, 13, 15, 13, 15, 24, 23].map { OfficialLayout.column($0) }
        return Table(columns: columns, header: [TableRow(header)], rows: rows, padding: OfficialLayout.cellPadding)
    }

    private func head(
        of unit: UnitOutcome, at place: Int, _ words: FilledTemplate
    ) throws(TemplateFault) -> TableRow {
        let outcome =
            switch (outcomes.kind, unit.passed) {
            case (.recognition, true): "unit-passed"
            case (.recognition, false): "unit-failed"
            case (.annulment, true): "unit-annulled"
            case (.annulment, false): "unit-kept"
            }
        let name = TableCell(
            [OfficialLayout.run(unit.unit.name, size: OfficialLayout.tableSize, bold: true)], columnSpan: 6,
            role: .header)
        return TableRow([
            OfficialLayout.cell("\(place + 1)", bold: true), name,
            OfficialLayout.cell(try words.plain(outcome), bold: true, columnSpan: 2),
        ])
    }

    private func row(
        of verdict: CriterionVerdict, order: String, _ words: FilledTemplate
    ) throws(TemplateFault) -> TableRow {
        let counts = verdict.counts
        let figures = [counts.collected, counts.first, counts.second, counts.blank, counts.invalid]
        let outcome = verdict.holds ? "holds" : verdict.turnout.holds ? "fails" : "no-turnout"
        let name = TableCell(
            [OfficialLayout.run(verdict.criterion.name, size: OfficialLayout.tableSize)], role: .header)
        return TableRow(
            [OfficialLayout.cell(order), name] + figures.map { OfficialLayout.cell(Figures.grouped($0)) } + [
                OfficialLayout.cell(Figures.share(verdict.approval.count, of: verdict.approval.baseCount)),
                OfficialLayout.cell(try words.plain(outcome)),
            ])
    }
}
