import SecretBallot
import StrictEncoding

/// The round of the published vectors.
enum VectorRound {
    static func manifest() throws -> Manifest {
        let vectors = try JSONReader(parsing: TestFiles.vector("phieukin-round-1.json"), as: "vectors", limit: 64 << 20)
        return try Manifest(vectors.looseObject().member("manifest").bytes())
    }
}
