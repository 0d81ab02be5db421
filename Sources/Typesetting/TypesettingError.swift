/// Why a document could not be set.
public enum TypesettingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The family is not installed, or lacks this face ("Regular", "Bold", "Italic", "Bold Italic"), or the face lacks
    /// letters of the language.
    case missingFont(family: String, face: String)

    /// The text does not fit the largest QR code, even with the least correction of errors.
    case qrTooLong(bytes: Int)

    /// A row, counted from 0 among the table's own, or blocks that stay together, are taller than a whole page; mm.
    case tooTall(what: String, height: Double, available: Double)

    /// Columns, padding or margins leave no width, spans do not fit the columns, or a measure makes no sense.
    case impossibleLayout(String)

    /// Two places of one name.
    case repeatedPlace(String)

    /// A library call that failed, with the library's own word for it.
    case library(operation: String, reason: String)

    public var description: String {
        switch self {
        case .missingFont(let family, let face):
            "typesetting: the font \(family) \(face) is not installed, or lacks Vietnamese letters; install \(package(of: family))"
        case .qrTooLong(let bytes):
            "typesetting: \(bytes) bytes do not fit in a QR code, which holds at most 2,953"
        case .tooTall(let what, let height, let available):
            "typesetting: \(what) is \(whole(height.rounded(.up))) mm tall, a page has \(whole(available)) mm; shorten it"
        case .impossibleLayout(let why): "typesetting: impossible layout: \(why)"
        case .repeatedPlace(let name): "typesetting: the place \(name.debugDescription) is named twice"
        case .library(let operation, let reason): "typesetting: \(operation) failed: \(reason)"
        }
    }

    private func whole(_ length: Double) -> Int { Int(length.clamped(to: 0...1e9)) }

    private func package(of family: String) -> String {
        family.hasPrefix("Liberation")
            // Of Debian 12's two packages "fonts-liberation" is the old version 1, without them.
            ? "Debian's package fonts-liberation2 (version 2 or later of these fonts)"
            : "the package that holds \(family)"
    }
}

/// Runs one library call that answers an owned or borrowed pointer, and refuses NULL.
/// - Throws: `TypesettingError.library` naming `operation`.
func obtain<Pointer>(_ operation: String, _ call: () -> Pointer?) throws(TypesettingError) -> Pointer {
    guard let pointer = call() else { throw .library(operation: operation, reason: "no memory") }
    return pointer
}
