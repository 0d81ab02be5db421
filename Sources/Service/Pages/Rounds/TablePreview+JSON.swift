import Recognition
import StrictEncoding

extension TablePreview {
    /// As the page shows it: line by line, each with what is wrong.
    /// - Parameters:
    ///   - table: itself, for the form that imports it.
    ///   - verdicts: of an importable table, what follows for each row.
    func json(of table: TableForm, verdicts: [JSONValue] = []) -> JSONValue {
        let lines = rows.enumerated().map { index, row in
            line(row, verdicts.indices.contains(index) ? verdicts[index] : .null)
        }
        let bad = rows.filter { !faults(on: $0.line).isEmpty }
        return [
            "text": .string(table.text), "header": .array(header.map(JSONValue.string)), "rows": .array(lines),
            "count": .integer(rows.count), "bad": .integer(bad.count), "isGood": .bool(isImportable),
            "badLines": .array(bad.map { .integer($0.line) }), "isCut": .bool(faults.isCut),
            "general": .array(generalFaults.map(\.text.json)),
            "legacy": (conversion?.encoding.rawValue).map(JSONValue.string) ?? .null,
            "convertedFrom": (table.convertedFrom?.rawValue).map(JSONValue.string) ?? .null,
        ]
    }

    private func line(_ row: CSVTable.Row, _ verdict: JSONValue) -> JSONValue {
        let faults = faults(on: row.line)
        let columns = Set(faults.compactMap(\.column))
        let cells = row.fields.enumerated().map { index, field -> JSONValue in
            let name = header.indices.contains(index) ? header[index] : ""
            return ["text": .string(field), "label": .string(name), "isBad": .bool(columns.contains(name))]
        }
        return [
            "line": .integer(row.line), "isBad": .bool(!faults.isEmpty), "cells": .array(cells), "verdict": verdict,
            "faults": .array(faults.map { $0.words.json }),
        ]
    }
}
