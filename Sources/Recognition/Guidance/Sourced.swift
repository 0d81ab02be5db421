/// A figure, and the words of the document that it rests on: number and section, or a plain statement that the
/// document is silent and what default stands in its place.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let source: String

    public init(_ value: Value, source: String) {
        self.value = value
        self.source = source
    }
}
