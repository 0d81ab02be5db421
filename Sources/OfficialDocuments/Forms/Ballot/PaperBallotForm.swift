public import Recognition

/// Mẫu 03-PĐG: the paper ballot, blank or as the specimen shown before voting.
///
/// It has neither name nor signature, and one pair of boxes for each criterion of each unit.
public struct PaperBallotForm: Hashable, Sendable {
    public let authority: Authority
    public let kind: RoundKind
    public let year: Int

    /// In the round's order.
    public let units: [Unit]
    public let criteria: [Criterion]

    /// Whether it is marked as one that cannot be voted with.
    public let isSpecimen: Bool

    /// - Throws: `FormFault` without units or criteria.
    public init(
        authority: Authority, kind: RoundKind, year: Int, units: [Unit], criteria: [Criterion], isSpecimen: Bool = false
    ) throws(FormFault) {
        guard !units.isEmpty else { throw .nothingToPrint("the list of units") }
        guard !criteria.isEmpty else { throw .nothingToPrint("the list of criteria") }
        self.authority = authority
        self.kind = kind
        self.year = year
        self.units = units
        self.criteria = criteria
        self.isSpecimen = isSpecimen
    }
}

extension PaperBallotForm {
    static let schema = TemplateSchema(
        lines: ["document-title", "mark", "seal", "specimen", "kind", "column-order", "column-unit"],
        passages: ["subject", "instructions"],
        fields: ["authority", "committee", "parent", "place", "titles", "year", "first", "second"],
        required: ["titles", "year"],
        conditions: ["annulment", "specimen"]
    )

    var values: FieldValues {
        FieldValues(
            [
                "authority": authority.bodyName, "committee": authority.committeeName, "parent": authority.parent,
                "place": authority.place, "titles": RecognitionTitle.listed(units.map(\.kind.title)),
                "year": String(year), "first": kind.firstChoice.vietnamese, "second": kind.secondChoice.vietnamese,
            ],
            conditions: ["annulment": kind == .annulment, "specimen": isSpecimen])
    }
}
