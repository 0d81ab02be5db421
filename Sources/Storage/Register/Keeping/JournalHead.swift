import StrictEncoding

/// Where the journal's chain ends: how many entries it has, and the last one's digest.
public struct JournalHead: Hashable, Sendable {
    public let count: Int

    /// SHA-256, by `JournalChain`.
    public let digest: [UInt8]

    /// Of a journal without entries.
    static let empty = JournalHead(count: 0, digest: [UInt8](repeating: 0, count: 32))

    /// To be written down: the count and 80 bits of the digest, as in "128-5JRE-7BVB-YW1E-EP0C".
    public var code: String { "\(count)-" + Crockford.grouped(Crockford.encode(digest, count: 16), by: 4) }

    /// Whether a person's `typed` code is this head's.
    func isMeant(by typed: String) -> Bool { Crockford.normalised(typed) == Crockford.normalised(code) }
}
