import ArgumentParser
import OpenSSLKit

/// Whom to trust as signers.
struct TrustOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Authorities' certificates to trust signers by (PEM).", valueName: "pem"))
    var trust: [String] = []

    /// - Throws: `Failure`, `CredentialError`.
    func anchors() throws -> TrustAnchors {
        TrustAnchors(try trust.flatMap { try Certificate.all(pem: InputFile.read($0)) })
    }
}
