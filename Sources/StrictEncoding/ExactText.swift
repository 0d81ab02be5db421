/// A text compared by its bytes, not by canonical equivalence as `String` is: for identifiers that other languages
/// compare too.
public struct ExactText: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) { self.text = text }

    public var description: String { text }

    public static func == (one: ExactText, other: ExactText) -> Bool { same(one.text, other.text) }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }
}
