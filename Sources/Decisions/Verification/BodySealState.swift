/// What a paper shows of the seal of the body that decided.
public enum BodySealState: Hashable, Sendable {
    case missing

    /// The body's own, wherever it is, and as far as certificates are at hand to be trusted.
    case affixed

    /// There is no such seal, and no room for one: in its place signed who is named here.
    case placeTaken(by: SignerCertificate)
}

extension DecisionVerifier {
    /// By whom its signatures are, not which places are filled.
    /// - Parameter now: seconds since 1970 (UTC).
    public func bodySeal(on document: DecisionDocument, now: Int64) -> BodySealState {
        let judge = SignatureJudge(verifier: self, document: document, recordedAt: nil, now: now)
        let (signatures, stamps) = (judge.findings, judge.timestamps)
        if signatures.contains(where: { $0.weight == .bodySeal && $0.trusted.value != .no }) { return .affixed }
        let others =
            signatures.filter { $0.place == .bodySeal }.map(\.signer)
            + stamps.filter { $0.place == .bodySeal }.map(\.authority)
        return others.first.map(BodySealState.placeTaken) ?? .missing
    }
}
