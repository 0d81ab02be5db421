import Recognition
import StrictEncoding

/// The papers of a round, by the names that paths have for them.
enum RoundForm: String, CaseIterable {
    /// Mẫu 03-PĐG, to be voted on by hand.
    case ballot

    /// The same, marked as a specimen.
    case specimen
    case attendance
    case minutes

    /// Mẫu 3.
    case notice

    /// Mẫu 1 and Mẫu 2, of one unit.
    case plan
    case selfAssessment = "self-assessment"

    /// Who may have it printed: what the count says is not for everybody.
    var right: Right {
        switch self {
        case .ballot, .specimen, .attendance, .plan, .selfAssessment: .printPreparation
        case .minutes, .notice: .printCount
        }
    }
}
