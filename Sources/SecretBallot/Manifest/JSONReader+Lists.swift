import StrictEncoding

extension JSONReader {
    /// A list that is not empty, and in which no two elements share the named property.
    func list<Element, Key: Hashable>(
        _ read: (JSONReader) throws(MalformedInput) -> Element,
        distinct: (name: String, key: (Element) -> Key)
    ) throws(MalformedInput) -> [Element] {
        let readers = try array()
        guard !readers.isEmpty else { throw wrongValue("not empty") }
        let elements = try readers.map { element throws(MalformedInput) in try read(element) }
        try elements.requireDistinct(distinct.name, at: place, by: distinct.key)
        return elements
    }
}

extension Array {
    /// - Throws: `MalformedInput` with reason `repeated`, at the second of two elements that share a key.
    func requireDistinct<Key: Hashable>(
        _ name: String, at place: String, by key: (Element) -> Key
    ) throws(MalformedInput) {
        var seen: Set<Key> = []
        for (index, element) in enumerated() where !seen.insert(key(element)).inserted {
            throw MalformedInput(.repeated, at: "\(place)[\(index)]\(name.isEmpty ? "" : ".\(name)")")
        }
    }
}
