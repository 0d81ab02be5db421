/// What is known from a list of annulled decisions.
public enum ListKnowledge: Hashable, Sendable {
    case notGiven

    /// One was given, and says nothing.
    case unusable(AnnulledListFault)

    case given(AnnulledList)

    /// Reads a list that may be anybody's.
    /// - Parameters:
    ///   - issuer: the service's name, as its manifests have it.
    ///   - logKey: its Ed25519 key, 32 bytes.
    public init(note: [UInt8], issuer: String, logKey: [UInt8]) {
        do {
            self = .given(try AnnulledList(note: note, issuer: issuer, logKey: logKey))
        } catch {
            self = .unusable(error)
        }
    }

    func annulment(of digest: [UInt8]) -> Annulment? {
        guard case .given(let list) = self else { return nil }
        return list.annulment(of: digest)
    }
}
