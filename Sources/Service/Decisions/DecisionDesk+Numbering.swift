import Recognition
import Storage
import Synchronization

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

    /// Gives orders their numbers: all of them, or none.
    /// - Parameters:
    ///   - taken: what it is called that a claim is somebody's already.
    ///   - write: says what the paper of a number states.
    func number(
        _ orders: [PaperOrder], taken: ProblemCode,
        write: @escaping @Sendable (PaperOrder, _ number: Int) throws -> PaperText
    ) async throws -> [NumberedPaper] {
        try await abandoned.settle(in: register)
        let stated = Mutex<[[UInt8]]>([])
        do {
            return try await register.reserve(orders) { order, number in
                let text = try write(order, number)
                stated.withLock { $0 += text.statements.map(\.digest) }
                return text
            }
        } catch let error as StorageError where error.code == .exists {
            throw Problem(taken)
        } catch {
            // The register may have given them all the same: they must not stand in anybody's way.
            await abandoned.letGo(stating: stated.withLock(\.self), in: register)
            throw error
        }
    }

    func isOf(_ authority: String, _ paper: NumberedPaper) -> Bool {
        FoldedName(paper.series.authority) == FoldedName(authority)
    }

    private func papers(of authority: String, in year: Int) async throws -> [NumberedPaper] {
        try await register.decisions(DecisionFilter(year: year)).map(\.paper).filter { isOf(authority, $0) }
    }
}
