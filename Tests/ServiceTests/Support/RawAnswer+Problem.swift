import StrictEncoding

extension RawAnswer {
    /// A member of a problem, or of any JSON object.
    func member(_ name: String) throws -> JSONReader {
        try JSONReader(parsing: body, as: "answer", limit: 1 << 26).looseObject().member(name)
    }

    /// The code of a problem, which pages say too.
    var problem: String? {
        code ?? (text.firstMatch(of: /id="problem" data-code="([^"]*)"/)?.output.1).map(String.init)
    }

    /// The state that a `wrong-state` names.
    var state: String? { try? member("state").string() }
}
