import SecretBallot
import StrictEncoding
import TestSupport

/// The round of the published vectors.
enum VectorRound {
    static func manifest() throws -> Manifest {
        try Manifest(TestFiles.vectors("phieukin-round-1.json").member("manifest").bytes())
    }
}
