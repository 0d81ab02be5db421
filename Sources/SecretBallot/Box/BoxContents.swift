public import StrictEncoding

/// All boxes in memory, as a voter's device looks through them.
public struct BoxContents: Sendable {
    /// For each contest its slips, in the box's order.
    public let boxes: [[[UInt8]]]

    /// - Throws: `MalformedInput` for truncated boxes or trailing bytes.
    public init(_ bytes: [UInt8], of manifest: Manifest) throws(MalformedInput) {
        var boxes: [[[UInt8]]] = []
        var parser = BoxesParser(contestCount: manifest.contests.count)
        try parser.read(bytes) { element in
            switch element {
            case .box: boxes.append([])
            case .slip(let slip): boxes[boxes.count - 1].append(slip)
            }
        }
        try parser.finish()
        self.boxes = boxes
    }

    /// - Parameter boxes: for each contest its slips, sorted by slipID.
    public init(_ boxes: [[[UInt8]]]) { self.boxes = boxes }

    /// For each contest u32 count, then its slips.
    public var bytes: [UInt8] {
        boxes.flatMap { [UInt8](bigEndian: UInt32($0.count)) + $0.joined() }
    }

    public var contestRoots: [[UInt8]] {
        boxes.map { slips in
            var tree = MerkleTree()
            slips.forEach { tree.append($0) }
            return tree.root
        }
    }

    public var root: [UInt8] {
        var root = BoxRoot()
        for (slips, contestRoot) in zip(boxes, contestRoots) {
            root.append(count: slips.count, contestRoot: contestRoot)
        }
        return root.root
    }
}
