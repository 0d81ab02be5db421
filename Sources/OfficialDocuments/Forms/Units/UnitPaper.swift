public import Recognition

/// What the unit's own papers, Mẫu 1 and Mẫu 2, are printed for; the rest is written by hand.
public struct UnitPaper: Hashable, Sendable {
    public let unit: Unit

    /// The body above the unit, at the head: the authority itself for a unit right under it.
    public let superior: String

    /// Where the paper is dated.
    public let place: String
    public let year: Int

    /// The guidance as the paper cites it.
    public let citation: String

    public init(unit: Unit, superior: String, place: String, year: Int, citation: String) {
        self.unit = unit
        self.superior = superior
        self.place = place
        self.year = year
        self.citation = citation
    }

    static let fields = ["unit", "parent", "place", "titles", "year", "citation"]

    var values: FieldValues {
        FieldValues([
            "unit": unit.name, "parent": superior, "place": place,
            "titles": RecognitionTitle.listed([unit.kind.title]), "year": String(year), "citation": citation,
        ])
    }
}
