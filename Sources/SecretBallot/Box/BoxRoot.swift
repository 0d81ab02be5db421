import StrictEncoding

/// The root over all boxes, from the contests' roots in order.
struct BoxRoot {
    private var tree = MerkleTree()
    private var contest: UInt32 = 0

    /// Adds the next contest: the leaf u32 i || u32 count || contest root.
    mutating func append(count: Int, contestRoot: [UInt8]) {
        var leaf = [UInt8](bigEndian: contest)
        leaf.append(bigEndian: UInt32(count))
        tree.append(leaf + contestRoot)
        contest += 1
    }

    var root: [UInt8] { tree.root }
}
