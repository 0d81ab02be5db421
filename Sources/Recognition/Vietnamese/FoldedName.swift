import Foundation

/// A name as people hold it for the same: "Đảng ủy", "Đảng uỷ", "ĐẢNG  ỦY" and any half-composed spelling are one.
///
/// For comparing and as a key, never for showing. It keeps tones: "Hòa" and "Hoa" are two names.
public struct FoldedName: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ name: String) {
        let scalars = Array(TypedText.cleaned(name).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars)
        description =
            String(String.UnicodeScalarView(Self.withTonesMoved(scalars))).precomposedStringWithCanonicalMapping
    }

    /// The tone of "oa", "oe" and "uy" stands on the first letter by the old rule, on the second by the new: here on
    /// the second.
    private static func withTonesMoved(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var moved = scalars
        for index in scalars.indices.dropLast(2) where tones.contains(scalars[index + 1]) {
            guard pairs[scalars[index]]?.contains(scalars[index + 2]) == true else { continue }
            moved.swapAt(index + 1, index + 2)
        }
        return moved
    }

    /// Grave, acute, tilde, hook, dot below.
    private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]

    private static let pairs: [Unicode.Scalar: Set<Unicode.Scalar>] = ["o": ["a", "e"], "u": ["y"]]
}
