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
}
