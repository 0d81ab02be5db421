import Recognition
import Storage

/// A body's register of the year: one series of numbers, however its name is spelled.
extension DecisionDesk {
    /// The series, and the number to begin it with: an order's, or the one after what the body's papers came to while
    /// each spelling of its name had a series of its own.
    func series(of authority: String, in year: Int, from first: Int) async throws -> (NumberSeries, first: Int) {
        let series = NumberSeries(authority: FoldedName(authority).description, year: year)
        let apart = try await papers(of: authority, in: year).filter { $0.series != series }.map(\.number).max() ?? 0
        return (series, max(first, apart + 1))
    }

    /// The number that a body's register of the year has come to: the largest given so far; 0 where it is empty.
    func lastNumber(of authority: String, year: Int) async throws -> Int {
        try await papers(of: authority, in: year).map(\.number).max() ?? 0
    }

    func isOf(_ authority: String, _ paper: NumberedPaper) -> Bool {
        FoldedName(paper.series.authority) == FoldedName(authority)
    }

    private func papers(of authority: String, in year: Int) async throws -> [NumberedPaper] {
        try await register.decisions(DecisionFilter(year: year)).map(\.paper).filter { isOf(authority, $0) }
    }
}
