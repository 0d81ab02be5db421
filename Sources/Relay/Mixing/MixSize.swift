/// How many of those who handed over are mixed.
enum MixSize {
    /// The greatest k such that k of these ask for a mix of k or fewer; these are then exactly k.
    static func greatest(_ atLeast: some Sequence<Int>) -> Int {
        let sorted = atLeast.sorted()
        // With one more than k of them at most k + 1, k would not be the greatest.
        return sorted.indices.last { sorted[$0] <= $0 + 1 }.map { $0 + 1 } ?? 0
    }
}
