/// An object whose members are being read by name.
public struct JSONObjectReader: Sendable {
    public let members: [JSONValue.Member]
    let path: JSONPlace

    public var place: String { path.description }

    /// - Throws: `MalformedInput` with `missingMember`.
    public func member(_ name: String) throws(MalformedInput) -> JSONReader {
        guard let reader = optional(name) else { throw MalformedInput(.missingMember, at: place(of: name)) }
        return reader
    }

    public func optional(_ name: String) -> JSONReader? {
        guard let member = members.first(where: { same($0.name, name) }) else { return nil }
        return JSONReader(member.value, at: .member(name, of: path))
    }

    func place(of name: String) -> String { JSONPlace.member(name, of: path).description }
}

/// Whether two texts are the same bytes. Swift's `==` also holds for canonically equivalent texts, which would let
/// U+212A stand for the K of a member's name.
func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
