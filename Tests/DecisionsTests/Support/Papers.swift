import Decisions
import OpenSSLKit
import Recognition
import SignedPDF

/// Decisions and their files that many tests share.
struct Papers: Sendable {
    static let shared = Result { try Papers() }

    /// Number 12, on the unit cb-02.
    let decision: ExactDecision
    let unsigned: UnsignedDecision

    /// By the secretary.
    let signed: [UInt8]

    /// And then by the body.
    let sealed: [UInt8]

    /// Number 13, on both units, and its file as the secretary signed it.
    let both: [ExactDecision]
    let annexed: [UInt8]

    /// What annuls `decision`, and its file as the secretary signed it.
    let annulment: ExactAnnulment
    let annulling: [UInt8]

    private init() throws {
        let (office, round, signers) = try (Office.shared.get(), TrialRound(), Signers.shared.get())
        decision = try ExactDecision(round.statement())
        unsigned = try office.paper(decision)
        signed = try office.sign(unsigned.pdf, by: signers.secretary)
        sealed = try office.sign(signed, as: .bodySeal, by: signers.seal, at: Signers.signedAt + 60)
        both = try ["cb-01", "cb-02"].map { try ExactDecision(round.statement($0, number: 13)) }
        annexed = try office.sign(office.paper(both[0], both[1]).pdf, by: signers.secretary)
        annulment = try ExactAnnulment(round.annulment(of: decision))
        annulling = try office.sign(office.paper(annulment, of: decision).pdf, by: signers.secretary)
    }

    /// What a register would say that recorded `decision`.
    /// - Parameter document: nil for `signed`.
    func register(
        _ annulment: Annulment? = nil, at time: Int64 = Signers.signedAt, document: [UInt8]? = nil
    ) -> RegisterKnowledge {
        .consulted([
            RegisteredDecision(
                digest: decision.digest, issuedAt: time, document: document ?? signed, annulment: annulment)
        ])
    }
}
