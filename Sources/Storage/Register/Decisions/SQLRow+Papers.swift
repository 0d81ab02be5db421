extension NumberedPaper {
    private static let columns =
        "papers.id, papers.round AS paperRound, authority, year, number, numberText, state, since"

    static let select = "SELECT \(columns) FROM papers "
    static let selectWithDecisions = "SELECT \(columns), digest, unit, annuls, statement FROM papers "

    /// - Throws: `StorageError.corrupt` for a state that is none.
    init(row: SQLRow) throws {
        let text: String = try row["state"]
        guard let state = State(rawValue: text) else { throw StorageError(.corrupt, "a paper's state: \(text)") }
        try self.init(
            id: row["id"], round: row["paperRound"],
            series: NumberSeries(authority: row["authority"], year: row["year"]), number: row["number"],
            numberText: row["numberText"], state: state, since: row["since"])
    }
}

extension DecisionEntry {
    static let select = NumberedPaper.selectWithDecisions + "JOIN decisions ON decisions.paper = papers.id "

    init(row: SQLRow) throws {
        try self.init(
            claim: DecisionClaim(unit: row["unit"], annuls: row.optional("annuls")),
            statement: KeptStatement(digest: row["digest"], bytes: row["statement"]),
            paper: NumberedPaper(row: row))
    }
}
