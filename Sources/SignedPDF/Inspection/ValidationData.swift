/// Certificates and revocation data, each DER: the document security store (ISO 32000-2, 12.8.4.3).
public struct ValidationData: Sendable, Hashable {
    public var certificates: [[UInt8]]
    public var revocationLists: [[UInt8]]
    /// Responses as of RFC 6960; read, never written.
    public var statusResponses: [[UInt8]]

    public init(certificates: [[UInt8]] = [], revocationLists: [[UInt8]] = [], statusResponses: [[UInt8]] = []) {
        (self.certificates, self.revocationLists) = (certificates, revocationLists)
        self.statusResponses = statusResponses
    }

    public var isEmpty: Bool { certificates.isEmpty && revocationLists.isEmpty && statusResponses.isEmpty }
}
