import Recognition
public import StrictEncoding

/// All the decisions of one service that are annulled, for those who verify where there is no network.
///
///     phieukin/1 annulled
///     {"issuer":…,"issuedAt":…,"expiresAt":…}
///     {"digest":…,"number":…,"annulledAt":…,"by":…,"annulment":…,"reason":…}     one line each, by digest
///
/// It travels as a C2SP signed note by the service's log key; a value that was read was signed by the key asked for.
public struct AnnulledList: Hashable, Sendable {
    /// The most bytes that a list may have: enough for thousands of annulments with the longest reasons.
    public static let maximumSize = 8 << 20

    /// The service, as its manifests and its log key name it.
    public let issuer: String

    /// Seconds since 1970, UTC: all that was annulled until then is in the list.
    public let issuedAt: Int64

    /// Seconds since 1970, UTC: from then on silence about a decision says nothing any more.
    public let expiresAt: Int64

    /// By digest, ascending, each once.
    public let entries: [AnnulledEntry]

    /// - Parameter entries: in any order.
    /// - Throws: `MalformedInput` for a decision that stands twice, a time before 1970 or beyond 2⁵³ − 1 seconds, or an
    ///   expiry that does not come after the issue.
    public init(
        issuer: String, issuedAt: Int64, expiresAt: Int64, entries: [AnnulledEntry]
    ) throws(MalformedInput) {
        self.issuer = issuer
        self.issuedAt = try JSONReader(.integer(Int(issuedAt)), at: "issuedAt").seconds()
        self.expiresAt = try JSONReader(.integer(Int(expiresAt)), at: "expiresAt").seconds()
        self.entries = entries.sorted { $0.decision.digest.lexicographicallyPrecedes($1.decision.digest) }
        guard issuedAt < expiresAt else { throw MalformedInput(.outOfRange, at: "expiresAt", "after issuedAt") }
        let digests = self.entries.map(\.decision.digest)
        for (one, next) in zip(digests, digests.dropFirst()) where one == next {
            throw MalformedInput(.repeated, at: "digest \(Base64URL.encode(one))")
        }
    }

    /// What ended the decision whose statement's bytes have this SHA-256; nil if the list does not name it.
    public func annulment(of digest: [UInt8]) -> Annulment? {
        entries.first { $0.decision.digest == digest }?.annulment
    }
}
