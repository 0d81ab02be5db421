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

/// Computes the box root of boxes that stream by, unchecked.
public enum BoxRootReader {
    /// - Parameter read: hands the boxes over in chunks, in order.
    /// - Throws: `MalformedInput` if they are truncated or too long, and whatever `read` throws.
    public static func root(of read: (([UInt8]) throws -> Void) throws -> Void, in manifest: Manifest) throws -> [UInt8]
    {
        var parser = BoxesParser(contestCount: manifest.contests.count)
        var root = BoxRoot()
        var open: (count: Int, tree: MerkleTree)?
        func close() {
            guard let box = open else { return }
            root.append(count: box.count, contestRoot: box.tree.root)
        }
        try read { chunk in
            try parser.read(chunk) { element in
                switch element {
                case .box(let count):
                    close()
                    open = (count, MerkleTree())
                case .slip(let slip): open?.tree.append(slip)
                }
            }
        }
        try parser.finish()
        close()
        return root.root
    }

    /// How many slips lie in each of boxes that stream by, unchecked, in the contests' order.
    /// - Throws: as `root(of:in:)`.
    public static func counts(
        of read: (([UInt8]) throws -> Void) throws -> Void, in manifest: Manifest
    ) throws -> [Int] {
        var parser = BoxesParser(contestCount: manifest.contests.count)
        var counts: [Int] = []
        try read { chunk in
            try parser.read(chunk) { if case .box(let count) = $0 { counts.append(count) } }
        }
        try parser.finish()
        return counts
    }

    /// Whether boxes that stream by are the ones under a root; what is truncated, or no boxes at all, is not.
    /// - Throws: whatever `read` throws.
    public static func isRoot(
        _ root: [UInt8], of read: (([UInt8]) throws -> Void) throws -> Void, in manifest: Manifest
    ) throws -> Bool {
        do {
            return try self.root(of: read, in: manifest) == root
        } catch is MalformedInput {
            return false
        }
    }
}
