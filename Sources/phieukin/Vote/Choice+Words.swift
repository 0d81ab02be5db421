import Recognition
import SecretBallot

extension Choice {
    /// As the form has it.
    func words(_ kind: RoundKind) -> String {
        switch self {
        case .blank: "Phiếu trắng"
        case .first: kind.firstChoice.vietnamese
        case .second: kind.secondChoice.vietnamese
        }
    }
}
