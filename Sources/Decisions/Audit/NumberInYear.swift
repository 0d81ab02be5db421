import Recognition

/// A decision's number within its year, where it is given once (36-HD/VPTW of 2018).
struct NumberInYear: Hashable {
    let number: DecisionNumber
    let year: Int
}
