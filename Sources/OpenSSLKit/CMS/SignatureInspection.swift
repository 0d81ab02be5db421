/// What came of looking at a detached signature.
public enum SignatureInspection: Sendable, Hashable {
    /// It is not a signature of the form that is accepted; nothing can be said about the content.
    case refused(SignatureFlaw)
    /// It is one; whether it holds, and for whom, is inside.
    case inspected(InspectedSignature)

    /// Whether it is the embedded certificate's signature over the content given; not whether anyone trusts that one.
    public var isIntact: Bool {
        guard case .inspected(let signature) = self else { return false }
        return signature.isIntact
    }
}
