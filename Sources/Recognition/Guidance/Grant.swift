public import StrictEncoding

/// One kind of authority, the kinds of unit it decides on, and the form of its decision.
public struct Grant: Hashable, Sendable {
    public let authority: AuthorityKind
    public let units: [UnitKind]
    public let form: DecisionForm
    public let source: String
}

extension Grant {
    /// Reads `{"kind", "units", "form", "source"}`.
    /// - Throws: `MalformedInput`.
    public init(reading reader: JSONReader) throws(MalformedInput) {
        let object = try reader.object(["kind", "units", "form", "source"])
        authority = try object.member("kind").choice()
        units = try object.member("units").unitKinds()
        form = try object.member("form").choice()
        source = try object.member("source").plainText(maximum: 1000)
    }
}

extension JSONReader {
    /// The value as a list of unit kinds, at least one, each once.
    func unitKinds() throws(MalformedInput) -> [UnitKind] {
        var kinds: [UnitKind] = []
        for element in try array(of: 1...UnitKind.allCases.count) { kinds.append(try element.choice()) }
        try requireDistinct(kinds.map(\.rawValue), at: place)
        return kinds
    }
}
