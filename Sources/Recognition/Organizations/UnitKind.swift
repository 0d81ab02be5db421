/// The kinds of organization that can be recognised.
public enum UnitKind: String, CaseIterable, Hashable, Sendable {
    /// A cell directly under a grassroots committee.
    case subordinateCell = "subordinate-cell"

    /// A cell under a sectional committee (đảng ủy bộ phận).
    case sectionalCell = "sectional-cell"

    /// A cell that is itself a grassroots organization.
    case grassrootsCell = "grassroots-cell"

    /// A grassroots organization that has cells under it.
    case grassrootsOrganization = "grassroots-organization"

    public var name: BilingualText {
        switch self {
        case .subordinateCell:
            BilingualText("chi bộ trực thuộc đảng ủy cơ sở", "cell under a grassroots committee")
        case .sectionalCell:
            BilingualText("chi bộ trực thuộc đảng ủy bộ phận", "cell under a sectional committee")
        case .grassrootsCell: BilingualText("chi bộ cơ sở", "grassroots cell")
        case .grassrootsOrganization: BilingualText("đảng bộ cơ sở", "grassroots organization")
        }
    }

    /// What such a unit is recognised as.
    public var title: RecognitionTitle { self == .grassrootsOrganization ? .organization : .cell }
}

/// The title that a recognition gives, in the words of its decision.
public enum RecognitionTitle: String, CaseIterable, Hashable, Sendable {
    case cell = "chi bộ bốn tốt"
    case organization = "đảng bộ cơ sở bốn tốt"
}
