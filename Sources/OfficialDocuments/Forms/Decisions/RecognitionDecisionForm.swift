public import Recognition

/// Mẫu 01-QĐ and 02-QĐ: a decision recognising one unit, or many in a list annexed to it.
public struct RecognitionDecisionForm: Hashable, Sendable {
    /// The most units of one decision.
    public static let maximumUnits = 2_000

    /// In the order of the annex.
    public let statements: [DecisionStatement]

    /// The guidance as a decision cites it.
    public let citation: String
    public let ballotDate: CalendarDate

    /// What the QR code on the first page says; nil for no code.
    public let verification: String?

    /// What all statements share.
    let first: DecisionStatement

    /// - Parameters:
    ///   - statements: of one number, date, authority, form, year and signer; one for each unit.
    ///   - citation: `GuidanceDocument.citation`.
    /// - Throws: `FormFault` for no statement, more than `maximumUnits`, or statements that differ in what they share.
    public init(
        statements: [DecisionStatement], citation: String, ballotDate: CalendarDate, verification: String? = nil
    ) throws(FormFault) {
        guard let first = statements.first else { throw .nothingToPrint("the list of units") }
        guard statements.count <= Self.maximumUnits else { throw .tooMany("units", limit: Self.maximumUnits) }
        self.first = first
        self.statements = statements
        self.citation = citation
        self.ballotDate = ballotDate
        self.verification = verification
        try requireShared("number", \.number)
        try requireShared("date", \.date)
        try requireShared("authority", \.authority)
        try requireShared("form", \.form)
        try requireShared("year", \.year)
        try requireShared("signer", \.signer)
    }

    private func requireShared(
        _ name: String, _ part: KeyPath<DecisionStatement, some Equatable>
    ) throws(FormFault) {
        guard statements.allSatisfy({ $0[keyPath: part] == first[keyPath: part] }) else { throw .mixed(name) }
    }
}
