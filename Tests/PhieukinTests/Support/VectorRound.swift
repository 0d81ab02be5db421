import Recognition
import SecretBallot
import StrictEncoding
import TestSupport

/// The round of the published vectors.
enum VectorRound {
    static func manifest() throws -> Manifest {
        try Manifest(TestFiles.vectors("phieukin-round-1.json").member("manifest").bytes())
    }

    /// The rules applied to the round's count; three hold ballots.
    static func outcomes() throws -> RoundOutcomes {
        let (vectors, manifest) = (try TestFiles.vectors("phieukin-round-1.json"), try manifest())
        return try manifest.outcomes(
            vectors.member("tally").array().map { try ContestTally(reading: $0) },
            attendance: Attendance(vectors.member("attendance").bytes(), of: manifest), issued: 3)
    }
}
