import Client
import Recognition
import SecretBallot
import StrictEncoding

/// The rules of a round, applied on this machine to the count that the service gives.
struct Recount {
    let manifest: Manifest
    let attendance: Attendance
    let issued: Int

    init(of roundID: RoundID, _ voter: VoterClient) async throws {
        manifest = try await voter.manifest(of: roundID)
        attendance = try await voter.attendance(of: manifest)
        issued = try await voter.status(of: roundID).turnout?.issued ?? 0
    }

    /// - Throws: `Failure` if the service draws another result from the same count.
    func table(_ results: RoundResults) throws -> ResultsTable {
        let outcomes = try manifest.outcomes(results.tallies, attendance: attendance, issued: issued)
        guard outcomes.json.isEquivalent(to: results.outcomes) else {
            throw Failure("the service's result does not follow from its count", code: Failure.doesNotHold)
        }
        return ResultsTable(manifest: manifest, outcomes: outcomes)
    }

    func say(_ results: RoundResults) throws {
        Terminal.say(try table(results).text)
        for warning in results.warnings { Terminal.say("! \(warning.name): \(warning.messages.vietnamese)") }
    }
}
