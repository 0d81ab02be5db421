import Foundation
import Recognition
import StrictEncoding

/// The example's files.
struct DemoExample {
    let plan: RoundPlan
    let units: [UInt8]
    let voters: VoterTable
    let presence: PresenceTable
    let marks: MarksTable

    /// The results as a separate program computed them.
    let expected: ExpectedResults

    let signer: Signer
    let authority: String
    let decisions: RoundPlan.Decisions
    let annulment: RoundPlan.Annulment

    /// - Throws: `Failure` for a file that is missing, `MalformedInput`, `TableFaults`.
    init(folder: String) throws {
        guard FileManager.default.fileExists(atPath: folder) else {
            throw Failure("there is no folder \(folder)", hint: "run it where Examples is, or give --example DIR")
        }
        let file: (String) throws -> [UInt8] = { name in
            try InputFile.read(URL(filePath: folder).appending(path: name).path(percentEncoded: false))
        }
        plan = try RoundPlan(parsing: file("round.json"))
        units = try file("units.csv")
        voters = try VoterTable(parsing: file("voters.csv"))
        presence = try PresenceTable(parsing: file("presence.csv"))
        marks = try MarksTable(parsing: file("marks.csv"))
        expected = try ExpectedResults(parsing: file("expected.json"))
        guard let signer = plan.signer, let decisions = plan.decisions, let annulment = plan.annulment,
            !plan.board.isEmpty
        else { throw Failure("\(folder)/round.json: board, signer, decisions and annulment are needed for a demo") }
        self.signer = signer
        self.decisions = decisions
        self.annulment = annulment
        authority = try JSONReader(plan.draft, at: "plan").looseObject()
            .member("authority").looseObject().member("name").string()
    }
}
