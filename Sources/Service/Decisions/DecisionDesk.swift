import Decisions
import OpenSSLKit
import Reader
import Recognition
import SecretBallot
import Storage
import StrictEncoding
import Synchronization

/// Decisions: issuing, annulling, affixing the body's seal, looking up, verifying.
struct DecisionDesk: Sendable {
    let tools: RoundTools
    let office: RoundOffice
    let stamper: TimestampClient?

    /// Files that others made are opened there, and nowhere else.
    let readers: ReaderPool

    let abandoned = AbandonedPapers()

    var register: any Register { tools.register }
    var press: DecisionPress { tools.installation.press }
    var signing: DecisionSigning { tools.installation.signing }
    var verifier: DecisionVerifier { tools.installation.verifier }

    /// What the decisions of a certified round share; read once, since a manifest with its keys takes its time.
    func basis(of desk: RoundDesk) async throws -> DecisionBasis {
        if let basis = desk.held.withLock(\.basis) { return basis }
        let state = try await desk.state()
        guard state == .certified else { throw Problem.wrongState(state.rawValue) }
        let manifest = try await desk.manifest()
        let seal = try SealDocument(try await desk.require(.seal), of: manifest)
        let basis = DecisionBasis(
            body: try await desk.draft().body, authority: manifest.authority, year: manifest.year,
            profile: try GuidanceProfile(parsing: try await desk.require(.guidance)), guidance: manifest.guidance,
            round: try RoundReference(roundID: manifest.roundID.bytes, boxRoot: seal.seal.boxRoot),
            outcomes: try await desk.outcomes(), ballotDate: try CalendarDate(inVietnamAt: seal.sealedAt))
        desk.held.withLock { $0.basis = basis }
        return basis
    }
}
