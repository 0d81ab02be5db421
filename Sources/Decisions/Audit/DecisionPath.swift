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
        for kind in Kind.allCases {
            for part in Part.allCases {
                let (start, end) = (Array("\(Self.folder)\(kind.rawValue)/".utf8), Array(part.rawValue.utf8))
                let name = Array(path.utf8)
                guard name.starts(with: start), name.suffix(end.count) == end[...] else { continue }
                let unit = String(decoding: name.dropFirst(start.count).dropLast(end.count), as: UTF8.self)
                guard (try? Identifier.check(unit, at: "")) != nil else { return nil }
                self.init(kind, of: unit, part)
                return
            }
        }
        return nil
    }

    public var description: String { "\(Self.folder)\(kind.rawValue)/\(unit)\(part.rawValue)" }

    /// The path of the pair's other file.
    var counterpart: DecisionPath { DecisionPath(kind, of: unit, part == .statement ? .signature : .statement) }
}
