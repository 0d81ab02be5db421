/// The form on which a decision is written.
public enum DecisionForm: String, CaseIterable, Hashable, Sendable {
    /// Of a standing committee, on grassroots cells and organizations.
    case standingCommittee = "01-QĐ"

    /// Of a grassroots committee, on the cells under it.
    case grassrootsCommittee = "02-QĐ"
}
