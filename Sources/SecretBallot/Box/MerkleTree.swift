import Crypto

/// A Merkle tree hash (RFC 9162 section 2.1.1) over leaves that come one by one, in memory that grows with the
/// logarithm of their number.
public struct MerkleTree: Sendable {
    /// The roots of perfect subtrees, largest first, with the number of their leaves.
    private var subtrees: [(leaves: Int, root: [UInt8])] = []

    public init() {}

    /// The hash of one leaf: H(0x00 || leaf).
    public static func leafHash(_ leaf: [UInt8]) -> [UInt8] { Hash.digest(ofParts: [0x00], leaf) }

    public mutating func append(_ leaf: [UInt8]) { append(hash: Self.leafHash(leaf)) }

    mutating func append(hash: [UInt8]) {
        var subtree = (leaves: 1, root: hash)
        while let last = subtrees.last, last.leaves == subtree.leaves {
            subtrees.removeLast()
            subtree = (last.leaves * 2, Self.nodeHash(last.root, subtree.root))
        }
        subtrees.append(subtree)
    }

    /// The tree's hash; of no leaf at all, the hash of nothing.
    public var root: [UInt8] {
        guard let last = subtrees.last else { return Hash.digest([]) }
        return subtrees.dropLast().reversed().reduce(last.root) { Self.nodeHash($1.root, $0) }
    }

    private static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        Hash.digest(ofParts: [0x01], left, right)
    }
}
