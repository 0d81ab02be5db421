public import Foundation

/// What a benchmark measured.
public struct BenchReport: Sendable, Encodable {
    public let machine: Machine

    /// What one core does in a second, by the name of the operation.
    public let primitives: [String: Double]
    public let figures: [Figure]

    /// - Throws: an error of the encoder.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }

    /// A table for a terminal, each line ended.
    public var table: String {
        let header = [
            "\(machine.cores) cores, \(machine.processor)", "\(machine.kernel), \(machine.openSSL)",
            "a core a second: "
                + primitives.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.number($0.value))" }
                .joined(separator: ", "), "",
        ]
        let titles = ["figure", "ours", "±", "limit", "±", "ratio", "target", ""]
        let rows = [titles] + figures.map(Self.cells)
        let widths = titles.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return (header + rows.map { Self.line($0, widths) }).map { $0 + "\n" }.joined()
    }

    private static func cells(of figure: Figure) -> [String] {
        [
            figure.name, number(figure.ours.median) + " " + figure.unit, percent(figure.ours.spread),
            number(figure.limit.median) + " " + figure.unit, percent(figure.limit.spread),
            String(format: "%.3f", figure.ratio), "\(figure.target)", figure.isReached ? "ok" : "short",
        ]
    }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        zip(cells, widths).enumerated().map { column, cell in
            let padding = String(repeating: " ", count: cell.1 - cell.0.count)
            return column == 0 ? cell.0 + padding : padding + cell.0
        }.joined(separator: "  ")
    }

    private static func number(_ value: Double) -> String {
        value >= 1_000
            ? Int(value.rounded()).formatted(.number.locale(Locale(identifier: "en_US")))
            : String(format: value >= 10 ? "%.1f" : "%.3f", value)
    }

    private static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}

/// Why nothing could be measured.
public struct BenchFault: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
