/// What one slip of a box showed.
struct SlipFinding: Sendable {
    let leafHash: [UInt8]

    /// The slip check's verdict; the id where it passed.
    let id: Result<[UInt8], SlipFault>
    let contest: Int?

    /// What it says; nil if invalid, or if the box is not open.
    let choice: Choice?

    init(_ bytes: [UInt8], check: SlipCheck, opener: SlipOpener?) {
        leafHash = MerkleTree.leafHash(bytes)
        do {
            let slip = try check.checked(bytes)
            id = .success(slip.id)
            contest = slip.contest
            choice = opener?.choice(of: slip)
        } catch {
            id = .failure(error)
            contest = nil
            choice = nil
        }
    }
}
