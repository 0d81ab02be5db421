import Client
import Recognition

extension Failure {
    /// A refusal by the service, with all it says.
    init(_ problem: ServerProblem) {
        let details = problem.faults.map { "\n  \($0.messages.english) (\($0.messages.vietnamese))" }
        let warnings = problem.warnings.map { "\n  \($0.name): \($0.messages.english) (\($0.messages.vietnamese))" }
        self.init(
            "\(problem)\n  \(problem.messages.vietnamese)" + (problem.reason.map { "\n  \($0.vietnamese)" } ?? "")
                + (details + warnings).joined(),
            hint: Self.hint(problem))
    }

    private static func hint(_ problem: ServerProblem) -> String? {
        switch problem.code {
        case "unauthenticated": "log in: phieukin round login --name NAME --token-file FILE"
        case "forbidden": "this account has not the role for it"
        case "throttled": "wait \(problem.retryAfter ?? 60) seconds"
        case "wrong-state": "see where the round stands: phieukin round show ROUND"
        case "unacknowledged-warnings":
            "read the warnings, at a meeting aloud; then add --acknowledge "
                + Set(problem.warnings.map(\.name)).sorted().joined(separator: " --acknowledge ")
        case "draft-incomplete": "units, voters with keys and the board's key must be in before the freezing"
        case "freeze-signatures-missing": "each member of the board signs: phieukin round sign-freeze ROUND"
        case "already-issued": "only the device that asked first can vote: use its state file"
        case "no-identity": "give the signing certificate first: phieukin round identity FILE.p12"
        case "untrusted-identity":
            "the certificate must be for signing, valid today, and of an authority in --trusted-certificates"
        case "identity-of-another":
            "a person signs with the signer's account and certificate, the seal is put with the account that has the body's"
        case "csv": "correct the lines; nothing was taken over"
        default: nil
        }
    }
}
