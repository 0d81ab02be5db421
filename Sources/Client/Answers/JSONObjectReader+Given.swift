import StrictEncoding

extension JSONObjectReader {
    /// A member that is there and not null.
    func given(_ name: String) -> JSONReader? {
        guard let reader = optional(name), reader.value != .null else { return nil }
        return reader
    }

    /// A member as a list of elements.
    func list<Element>(
        _ name: String, _ read: (JSONReader) throws(MalformedInput) -> Element
    ) throws(MalformedInput) -> [Element] {
        try member(name).array().map { reader throws(MalformedInput) in try read(reader) }
    }
}
