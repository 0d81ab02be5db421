import ArgumentParser
import Decisions
import OpenSSLKit

/// Whom to trust as signers.
struct TrustOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Authorities' certificates to trust signers by (PEM).", valueName: "pem"))
    var trust: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Authorities' certificates to trust time stamps by (PEM).", valueName: "pem"))
    var trustTimestamps: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Lists of revoked certificates (CRL; DER or PEM).", valueName: "crl"))
    var revoked: [String] = []

    /// - Throws: `Failure`, `CredentialError`, an error for a list that cannot be read.
    func verifier() throws -> DecisionVerifier {
        DecisionVerifier(
            anchors: try Self.anchors(trust), timestampAnchors: try Self.anchors(trustTimestamps),
            revocationLists: try revoked.flatMap { try RevocationList.all(file: InputFile.read($0)) })
    }

    private static func anchors(_ files: [String]) throws -> TrustAnchors {
        TrustAnchors(try files.flatMap { try Certificate.all(pem: InputFile.read($0)) })
    }
}
