/// What a decision annulling a recognition says, as data.
public struct AnnulmentStatement: Hashable, Sendable {
    public static let format = "phieukin-annulment/1"

    /// The most bytes that a statement may have.
    public static let maximumSize = 64 * 1024

    /// The most characters of a reason.
    public static let maximumReason = 2000

    public let authority: Authority
    public let number: DecisionNumber
    public let date: CalendarDate
    public let annuls: AnnulledDecision
    public let unit: Unit

    /// The year of the recognition that ends.
    public let year: Int

    /// Why, in one paragraph.
    public let reason: String

    /// The ballot that it follows from, where one was held.
    public let round: RoundReference?

    public let signer: Signer

    public var title: RecognitionTitle { unit.kind.title }
}
