/// The way to a value in a document, written out only where something is wrong: a document has many values and few
/// faults, and a long name above them would otherwise be copied for each.
public indirect enum JSONPlace: Sendable, CustomStringConvertible {
    case document(String)
    case member(String, of: JSONPlace)
    case element(Int, of: JSONPlace)

    /// How much of a member's name is repeated, in scalars: names that strangers send are not ours to send back whole.
    private static let shownNameLength = 80

    public var description: String {
        switch self {
        case .document(let name): name
        case .member(let name, let object): Self.joined(object.description, Self.shown(name))
        case .element(let index, let array): "\(array)[\(index)]"
        }
    }

    private static func joined(_ outer: String, _ name: String) -> String { outer.isEmpty ? name : "\(outer).\(name)" }

    private static func shown(_ name: String) -> String {
        let start = name.unicodeScalars.prefix(shownNameLength)
        return start.endIndex == name.endIndex ? name : String(String.UnicodeScalarView(start)) + "…"
    }
}
