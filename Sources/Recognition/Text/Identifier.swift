public import StrictEncoding

/// What an id of a unit, voter, criterion, fact or profile may be: 1 to 64 ASCII letters, digits, ".", "-" and "_",
/// the first a letter or digit. Such ids are the same bytes in every language and on every file system.
public enum Identifier {
    public static let maximumLength = 64

    /// - Throws: `MalformedInput` with reason `wrongValue`.
    public static func check(_ text: String, at place: String) throws(MalformedInput) {
        guard let first = text.utf8.first, isAlphanumeric(first), text.utf8.count <= maximumLength,
            text.utf8.allSatisfy({ isAlphanumeric($0) || ".-_".utf8.contains($0) })
        else { throw MalformedInput(.wrongValue, at: place, "1 to 64 letters, digits, '.', '-', '_'") }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
