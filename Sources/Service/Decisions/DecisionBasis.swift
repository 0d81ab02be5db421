import Decisions
import Recognition
import Storage

/// A certified round, as far as decisions follow from it.
struct DecisionBasis: Sendable {
    /// The abbreviation in numbers: "ĐU".
    let body: String
    let context: DecisionContext
    let outcomes: RoundOutcomes
    let ballotDate: CalendarDate

    var ground: DecisionGround {
        DecisionGround(citation: context.profile.document.citation, ballotDate: ballotDate)
    }

    /// What a paper of this number says; the same for the same number.
    /// - Throws: `DecisionRefusal`, `MalformedInput`.
    func decisions(_ units: [String], number: Int, date: CalendarDate) throws -> [ExactDecision] {
        let number = try DecisionNumber(number, body: body)
        return try units.map { unit in
            try ExactDecision(
                DecisionStatement.draft(for: unit, in: outcomes, context: context, number: number, date: date))
        }
    }
}

extension PaperText {
    /// - Parameter statements: of one number.
    init(_ number: DecisionNumber, _ statements: [ExactStatement<some SignableStatement>]) {
        self.init(
            numberText: number.description,
            statements: statements.map { KeptStatement(digest: $0.digest, bytes: $0.bytes) })
    }
}
