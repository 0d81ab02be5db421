import Decisions
import Foundation
import Recognition
import Storage

/// What is looked for in the register of decisions; nil stands for any.
struct RegisterSearch: Sendable {
    var round: String?

    /// Part of a name, with or without its marks and capitals, or a unit's id.
    var unit: String?

    /// Of the recognition, or of the register that the number is from.
    var year: Int?

    /// "12-QĐ/ĐU", or "12" alone.
    var number: String?

    /// Newest first.
    /// - Throws: `MalformedInput` if the register is damaged.
    func lines(of register: some DecisionRegister) async throws -> [RegisterLine] {
        let entries = try await register.decisions(DecisionFilter(round: round))
        var annulments: [[UInt8]: DecisionEntry] = [:]
        for entry in try await register.annulments() {
            if let annulled = entry.claim.annuls { annulments[annulled] = entry }
        }
        return try entries.map { try RegisterLine($0, annulment: annulments[$0.digest]) }
            .filter(isWanted)
            .sorted(by: Self.isNewer)
    }

    private func isWanted(_ line: RegisterLine) -> Bool {
        isUnit(line.statement.unit) && isYear(line) && isNumber(line)
    }

    private func isUnit(_ candidate: Recognition.Unit) -> Bool {
        guard let unit else { return true }
        return candidate.id == unit || Self.folded(candidate.name).contains(Self.folded(unit))
    }

    private func isYear(_ line: RegisterLine) -> Bool {
        guard let year else { return true }
        return line.statement.year == year || line.entry.paper.series.year == year
    }

    private func isNumber(_ line: RegisterLine) -> Bool {
        guard let number else { return true }
        return Int(number) == line.entry.paper.number || Self.folded(number) == Self.folded(line.entry.paper.numberText)
    }

    private static func isNewer(_ one: RegisterLine, _ other: RegisterLine) -> Bool {
        let (one, other) = (one.entry, other.entry)
        guard one.issuedAt == other.issuedAt else { return one.issuedAt > other.issuedAt }
        return (one.paper.series.year, one.paper.number) > (other.paper.series.year, other.paper.number)
    }

    /// Without marks, capitals and doubled spaces, as people type in a hurry: "dang uy" finds "Đảng  ủy".
    static func folded(_ text: String) -> String {
        let letters = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        return String(String.UnicodeScalarView(letters)).replacing("đ", with: "d")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
