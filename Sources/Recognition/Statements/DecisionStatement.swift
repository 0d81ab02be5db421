/// What a decision of recognition says, as data; the signed bytes are kept by whoever signs.
public struct DecisionStatement: Hashable, Sendable {
    public static let format = "phieukin-decision/1"

    /// The most bytes that a statement may have.
    public static let maximumSize = 64 * 1024

    public let authority: Authority
    public let form: DecisionForm
    public let number: DecisionNumber
    public let date: CalendarDate
    public let unit: Unit

    /// The year for which the unit is recognised.
    public let year: Int

    public let guidance: GuidanceReference
    public let round: RoundReference

    /// One count per criterion, in the round's order.
    public let tally: [CriterionTally]

    public let signer: Signer

    public var title: RecognitionTitle { unit.kind.title }
}
