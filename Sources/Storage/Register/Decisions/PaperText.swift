/// What a paper of a given number says.
public struct PaperText: Hashable, Sendable {
    /// The number with its symbol, as printed.
    public let numberText: String

    /// One for each claim of the order, in its order.
    public let statements: [KeptStatement]

    public init(numberText: String, statements: [KeptStatement]) {
        (self.numberText, self.statements) = (numberText, statements)
    }
}
