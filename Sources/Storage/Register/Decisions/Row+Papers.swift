import GRDB

extension NumberedPaper {
    private static let columns =
        "papers.id, papers.round AS paperRound, authority, year, number, numberText, state, since"

    static let select = "SELECT \(columns) FROM papers "
    static let selectWithDecisions = "SELECT \(columns), digest, unit, annuls, statement FROM papers "

    /// - Throws: `StorageError.corrupt` for a state that is none.
    init(row: Row) throws {
        let text: String = row["state"]
        guard let state = State(rawValue: text) else { throw StorageError(.corrupt, "a paper's state: \(text)") }
        self.init(
            id: row["id"], round: row["paperRound"],
            series: NumberSeries(authority: row["authority"], year: row["year"]), number: row["number"],
            numberText: row["numberText"], state: state, since: row["since"])
    }
}

extension DecisionEntry {
    static let select = NumberedPaper.selectWithDecisions + "JOIN decisions ON decisions.paper = papers.id "

    init(row: Row) throws {
        self.init(
            claim: DecisionClaim(unit: row["unit"], annuls: row.optionalBytes("annuls")),
            statement: KeptStatement(digest: row.bytes("digest"), bytes: row.bytes("statement")),
            paper: try NumberedPaper(row: row))
    }
}
