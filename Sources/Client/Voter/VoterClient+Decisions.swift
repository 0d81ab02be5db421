public import StrictEncoding

extension VoterClient {
    /// The decisions of the register; each filter may be left out.
    public func decisions(unit: String? = nil, year: Int? = nil, number: String? = nil) async throws -> [DecisionEntry]
    {
        let filters = [("unit", unit), ("year", year.map(String.init)), ("number", number)]
        let query = filters.compactMap { name, value in value.map { "\(name)=\(Call.segment($0))" } }
        let path = "/decisions" + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        return try await connection.read(Call(.get, path)) { answer throws(MalformedInput) in
            try answer.looseObject().list("decisions", DecisionEntry.init(reading:))
        }
    }

    /// - Parameter digest: SHA-256 of the statement.
    public func decision(_ digest: [UInt8]) async throws -> KeptDecision {
        try await connection.read(
            Call(.get, "/decisions/\(Base64URL.encode(digest))"), KeptDecision.init(reading:))
    }

    /// The signed list of annulled decisions, as text.
    public func annulledList() async throws -> [UInt8] { try await connection.document(Call(.get, "/annulled")) }

    /// The file of a decision, PDF.
    /// - Parameter digest: SHA-256 of a statement in it.
    public func decisionDocument(_ digest: [UInt8]) async throws -> [UInt8] {
        try await connection.document(
            Call(.get, "/decisions/\(Base64URL.encode(digest))/document", limit: Call.documentLimit))
    }

    /// The service's own verdict on a decision's file, as JSON.
    public func verdict(pdf: [UInt8]) async throws -> JSONValue {
        try await connection.read(Call(.post, "/verify", pdf: pdf)) { answer throws(MalformedInput) in answer.value }
    }

    /// The keys by which the service speaks.
    public func keys() async throws -> IssuerKeys {
        try await connection.read(Call(.get, "/keys"), IssuerKeys.init(reading:))
    }
}
