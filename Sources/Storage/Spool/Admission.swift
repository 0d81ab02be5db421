/// What a store of first writes answers.
public enum Admission: Hashable, Sendable {
    /// The first: it is durable now.
    case accepted
    /// The same was there already.
    case repeated
    /// Another was there already, and stays.
    case differs
}
