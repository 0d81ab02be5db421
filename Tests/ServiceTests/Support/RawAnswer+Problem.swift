import StrictEncoding

extension RawAnswer {
    /// A member of a problem, or of any JSON object.
    func member(_ name: String) throws -> JSONReader {
        try JSONReader(parsing: body, as: "answer", limit: 1 << 26).looseObject().member(name)
    }

    /// The state that a `wrong-state` names.
    var state: String? { try? member("state").string() }
}
