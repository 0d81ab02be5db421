import Decisions
import Recognition
import Storage

/// Looking before signing.
extension DecisionDesk {
    /// The paper as it would be made, with the number that it would be given now; nothing is reserved, nothing signed.
    /// - Throws: `DecisionRefusal`, `Problem.wrongState`, `FormFault`.
    func preview(_ order: DecisionOrder, of units: [String], in desk: RoundDesk) async throws -> [UInt8] {
        let basis = try await basis(of: desk)
        let (series, first) = try await series(
            of: basis.authority.name, in: order.date.year, from: order.firstNumber)
        let next = try await register.nextNumber(in: series, from: first)
        let now = Int64(tools.clock.now)
        return try await tools.lanes.papers.run { [press] in
            let decisions = try basis.decisions(units, number: next, order)
            return try press.recognition(decisions, on: basis.ground, at: now).pdf
        }
    }
}
