import Recognition

/// The name of a file in a record that belongs to a decision: "decisions/recognition/cb-01.json".
public struct DecisionPath: Hashable, Sendable, CustomStringConvertible {
    /// The folder of all of them.
    public static let folder = "decisions/"

    /// What is decided; the raw value is the folder's name.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case recognition, annulment
    }

    /// The raw value ends the file's name.
    public enum Part: String, CaseIterable, Hashable, Sendable {
        /// The statement's exact bytes.
        case statement = ".json"

        /// The detached signature over them.
        case signature = ".p7s"
    }

    public let kind: Kind

    /// The unit's id.
    public let unit: String

    public let part: Part

    public init(_ kind: Kind, of unit: String, _ part: Part) {
        self.kind = kind
        self.unit = unit
        self.part = part
    }

    /// - Returns: nil for the name of any other file.
    public init?(parsing path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let kind = Kind(rawValue: String(parts[1])),
            let part = Part.allCases.first(where: { parts[2].hasSuffix($0.rawValue) })
        else { return nil }
        let unit = String(parts[2].dropLast(part.rawValue.count))
        guard (try? Identifier.check(unit, at: "")) != nil else { return nil }
        self.init(kind, of: unit, part)
        guard description.utf8.elementsEqual(path.utf8) else { return nil }
    }

    public var description: String { "\(Self.folder)\(kind.rawValue)/\(unit)\(part.rawValue)" }

    /// The path of the pair's other file.
    var counterpart: DecisionPath { DecisionPath(kind, of: unit, part == .statement ? .signature : .statement) }
}
