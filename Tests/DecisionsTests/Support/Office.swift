import Decisions
import Foundation
import OfficialDocuments
import OpenSSLKit
import Recognition
import SecretBallot
import SignedPDF
import Testing
import Typesetting

/// Makes decisions' files as the service does.
struct Office: Sendable {
    static let shared = Result { try Office() }
    static let issuer = "phieukin.example"
    static let address = "https://phieukin.example"
    static let ground = Result {
        try DecisionGround(
            citation: "Hướng dẫn số 05-HD/TU ngày 20/12/2022 của Ban Thường vụ Tỉnh ủy Lai Châu",
            ballotDate: CalendarDate(parsing: "2026-12-17"))
    }

    let press: DecisionPress
    let signing: DecisionSigning
    let logKey: NoteSigner

    private init() throws {
        let typesetter = try Typesetter()
        logKey = try #require(NoteSigner(name: Self.issuer, seed: [UInt8](repeating: 7, count: 32)))
        signing = DecisionSigning(typesetter: typesetter)
        press = DecisionPress(
            forms: FormLibrary(templates: try .bundled(), typesetter: typesetter), address: Self.address,
            logKey: logKey)
    }

    func paper(_ decisions: ExactDecision...) throws -> UnsignedDecision {
        try press.recognition(decisions, on: Self.ground.get(), at: Signers.signedAt)
    }

    func paper(_ annulment: ExactAnnulment, of decision: ExactDecision) throws -> UnsignedDecision {
        try press.annulment(
            annulment, of: decision.statement, citation: Self.ground.get().citation, ballotDate: nil,
            at: Signers.signedAt)
    }

    /// Signed and put together, unless the certificate could not be relied on.
    func sign(
        _ pdf: [UInt8], as role: SignatureRole = .signer, by signer: SigningIdentity, at time: Int64 = Signers.signedAt,
        revoked lists: [RevocationList] = []
    ) throws -> [UInt8] {
        let verifier = DecisionVerifier(anchors: try Signers.shared.get().anchors, revocationLists: lists)
        return try signing.sign(
            pdf, as: role, by: signer, on: DecisionDocument(pdf).text, at: time, trusting: verifier
        ).attached()
    }

    /// Signed by anyone at any time: what a program would do that does not ask.
    func force(
        _ pdf: [UInt8], as role: SignatureRole = .signer, by signer: SigningIdentity, at time: Int64 = Signers.signedAt
    ) throws -> [UInt8] {
        let prepared = try signing.prepare(
            pdf, as: role, name: Signers.name, organization: Signers.organization, at: time)
        return try prepared.attaching(DetachedSignature.sign(content: prepared.signedBytes, by: signer, as: .pades))
    }
}
