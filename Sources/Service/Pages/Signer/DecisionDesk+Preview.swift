import Decisions
import Recognition
import Storage

/// Looking before signing.
extension DecisionDesk {
    /// The paper as it would be made, with the number that is probably next; nothing is reserved and nothing signed.
    /// - Throws: `DecisionRefusal`, `Problem.wrongState`, `FormFault`.
    func preview(_ order: DecisionOrder, of units: [String], in desk: RoundDesk) async throws -> [UInt8] {
        let basis = try await basis(of: desk)
        let next = try await nextNumber(of: basis.authority.name, year: order.date.year, from: order.firstNumber)
        let now = Int64(tools.clock.now)
        return try await tools.lanes.papers.run { [press] in
            let decisions = try basis.decisions(units, number: next, order)
            return try press.recognition(decisions, on: basis.ground, at: now).pdf
        }
    }

    private func nextNumber(of authority: String, year: Int, from first: Int) async throws -> Int {
        max(first, try await lastNumber(of: authority, year: year) + 1)
    }
}
