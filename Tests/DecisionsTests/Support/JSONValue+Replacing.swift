import StrictEncoding

extension JSONValue {
    /// The same document with one member changed; a path is names and places, "tally.0.first".
    func replacing(_ path: String, with value: JSONValue) -> JSONValue {
        replacing(path.split(separator: ".")[...], with: value)
    }

    private func replacing(_ path: ArraySlice<Substring>, with value: JSONValue) -> JSONValue {
        guard let first = path.first else { return value }
        switch self {
        case .object(let members):
            return .object(
                members.map { member in
                    guard member.name == first else { return member }
                    return Member(member.name, member.value.replacing(path.dropFirst(), with: value))
                })
        case .array(var elements):
            let index = Int(first) ?? 0
            elements[index] = elements[index].replacing(path.dropFirst(), with: value)
            return .array(elements)
        default: return self
        }
    }
}
