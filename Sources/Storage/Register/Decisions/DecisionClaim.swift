/// What a decision is about; unique before it is written.
public struct DecisionClaim: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case recognition
        case annulment
    }

    /// The round that it follows from.
    public let round: String
    public let unit: String

    /// The digest of the recognition that it annuls; nil where it recognises.
    public let annuls: [UInt8]?

    /// The deciding authority and the year, within which numbers are given.
    public let authority: String
    public let year: Int

    /// The least number to take: where a body's register of the year has come before it is kept here.
    public let firstNumber: Int

    public var kind: Kind { annuls == nil ? .recognition : .annulment }

    public init(
        round: String, unit: String, annuls: [UInt8]? = nil, authority: String, year: Int, firstNumber: Int = 1
    ) {
        self.round = round
        self.unit = unit
        self.annuls = annuls
        self.authority = authority
        self.year = year
        self.firstNumber = firstNumber
    }
}
