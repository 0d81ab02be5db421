/// Sets documents in one family of fonts, and prints them as PDF.
public final class Typesetter: Sendable {
    public let family: String

    /// - Throws: `TypesettingError.missingFont` unless the family is there, upright and italic, plain and bold.
    public init(family: String = "Liberation Serif") throws(TypesettingError) {
        self.family = family
    }

    /// Lays out and prints a document. Many threads may do so at once.
    /// - Throws: `TypesettingError`.
    public func typeset(_ document: PrintedDocument) throws -> TypesetDocument {
        throw TypesettingError.library(operation: "typeset", reason: "not yet built")
    }

    /// A page exactly as large as a rectangle, with centred text that shrinks until it fits, and no tags: the visible
    /// mark of a signature.
    /// - Parameters:
    ///   - width: In mm, as `height`.
    ///   - border: nil for none.
    /// - Throws: `TypesettingError`.
    public func mark(
        _ paragraphs: [Paragraph], width: Double, height: Double, border: MarkBorder? = nil
    ) throws -> [UInt8] {
        throw TypesettingError.library(operation: "mark", reason: "not yet built")
    }
}
