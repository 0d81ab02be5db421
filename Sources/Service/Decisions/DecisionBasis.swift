import Decisions
import Recognition
import Storage

/// A certified round, as far as decisions follow from it: nothing of it changes any more.
struct DecisionBasis: Sendable {
    /// The abbreviation in numbers: "ĐU".
    let body: String
    let authority: Authority
    let year: Int
    let profile: GuidanceProfile
    let guidance: GuidanceReference
    let round: RoundReference
    let outcomes: RoundOutcomes
    let ballotDate: CalendarDate

    var ground: DecisionGround { DecisionGround(citation: profile.document.citation, ballotDate: ballotDate) }

    /// What a paper of this number says; the same for the same number and order.
    /// - Throws: `DecisionRefusal`, `MalformedInput`.
    func decisions(_ units: [String], number: Int, _ order: DecisionOrder) throws -> [ExactDecision] {
        let number = try DecisionNumber(number, body: body)
        let context = DecisionContext(
            authority: authority, year: year, profile: profile, guidance: guidance, round: round, signer: order.signer)
        return try units.map { unit in
            try ExactDecision(
                DecisionStatement.draft(for: unit, in: outcomes, context: context, number: number, date: order.date))
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
