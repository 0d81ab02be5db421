import Recognition

/// The name of a decision's file in a record: "decisions/recognition/2026-12.pdf", by the year and the number.
public struct DecisionPath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The folder of all of them.
    public static let folder = "decisions/"

    private static let ending = ".pdf"

    /// What is decided; the raw value is the folder's name.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case recognition, annulment
    }

    public let kind: Kind
    public let year: Int
    public let number: Int

    public init(_ kind: Kind, year: Int, number: Int) {
        self.kind = kind
        self.year = year
        self.number = number
    }

    public init(_ text: DecisionText) {
        self.init(text.kind, year: text.date.year, number: text.number.value)
    }

    /// - Returns: nil for the name of any other file.
    public init?(parsing path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let kind = Kind(rawValue: String(parts[1])), parts[2].hasSuffix(Self.ending) else {
            return nil
        }
        let figures = parts[2].dropLast(Self.ending.count).split(separator: "-", omittingEmptySubsequences: false)
        guard figures.count == 2, let year = Int(figures[0]), let number = Int(figures[1]) else { return nil }
        self.init(kind, year: year, number: number)
        guard description.utf8.elementsEqual(path.utf8) else { return nil }
    }

    public var description: String { "\(Self.folder)\(kind.rawValue)/\(year)-\(number)\(Self.ending)" }

    public static func < (one: DecisionPath, other: DecisionPath) -> Bool {
        (one.kind.rawValue, one.year, one.number) < (other.kind.rawValue, other.year, other.number)
    }
}
