import SecretBallot
import Testing

@Suite struct MerkleTreeTests {
    /// The definition, word for word: RFC 9162 section 2.1.1.
    private func reference(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard let first = leaves.first else { return Hash.digest([]) }
        guard leaves.count > 1 else { return Hash.digest([0x00] + first) }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let split = leaves.startIndex + half
        return Hash.digest([0x01] + reference(leaves[..<split]) + reference(leaves[split...]))
    }

    private func root(_ leaves: [[UInt8]]) -> [UInt8] {
        var tree = MerkleTree()
        leaves.forEach { tree.append($0) }
        return tree.root
    }

    @Test(arguments: 0...130)
    func agreesWithTheDefinition(count: Int) {
        let leaves = (0..<count).map { [UInt8](repeating: UInt8($0 % 251), count: $0 % 7) }
        #expect(root(leaves) == reference(leaves[...]))
    }

    /// The eight leaves of certificate transparency's own tests.
    @Test func agreesWithThePublishedTree() {
        let leaves: [[UInt8]] = [
            [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
            Array(0x60...0x6F),
        ]
        let hex = root(leaves).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
    }
}
