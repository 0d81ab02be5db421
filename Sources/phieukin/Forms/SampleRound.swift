import OfficialDocuments
import Recognition

/// An imaginary round: a body, its units, and when what happened.
struct SampleRound {
    /// Of the service.
    static let address = "https://phieu.example"

    let authority: Authority
    let year: Int
    let title: String
    let units: [Unit]
    let meeting: Meeting
    let decisionDate: CalendarDate

    /// Of the decisions.
    let number: DecisionNumber
    let signer: Signer
    let profile: GuidanceProfile

    var citation: String { profile.document.citation }

    /// - Throws: `Failure`, `MalformedInput` where the bundled guidance was damaged before the program was built.
    static func guidance() throws -> GuidanceProfile {
        let id = "lai-chau-05-hd-tu"
        guard let profile = try GuidanceProfile.bundled(id) else {
            throw Failure("this program lacks the guidance \(id)")
        }
        return profile
    }
}
