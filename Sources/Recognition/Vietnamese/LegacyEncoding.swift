import Foundation

/// How Vietnamese was typed before Unicode: fonts that drew its letters in the places of Western European ones. A text
/// in one of them, saved as UTF-8, is valid and unreadable.
public enum LegacyEncoding: String, CaseIterable, Hashable, Sendable {
    /// TCVN 5712:1993, the fonts “.VnTime”.
    case tcvn3 = "TCVN3"

    /// VNI-Windows, the fonts “VNI-Times”: a letter, then its mark.
    case vni = "VNI"

    /// UTF-8 read as Windows-1252 and saved again.
    case windows1252 = "Windows-1252"

    /// The encoding that a text must be in: as it stands some of its words cannot be Vietnamese, read so all can.
    /// - Returns: nil for a text that can be read as it is, or in no such way.
    public static func recognised(in text: String) -> LegacyEncoding? {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }), !isUnicode(text), !isReadable(text) else { return nil }
        return allCases.first { encoding in
            let reading = encoding.converted(text)
            return reading != text && isReadable(reading)
        }
    }

    /// The text in Unicode, composed; what the encoding does not have stays as it is.
    public func converted(_ text: String) -> String {
        switch self {
        case .tcvn3: TCVN3.converted(text)
        case .vni: VNI.converted(text)
        case .windows1252: Windows1252.converted(text) ?? text
        }
    }

    /// Whether a text has letters that only Vietnamese in Unicode has: then it was typed as such.
    static func isUnicode(_ text: String) -> Bool {
        text.precomposedStringWithCanonicalMapping.unicodeScalars.contains { scalar in
            (0x1EA0...0x1EF9).contains(scalar.value) || "ĂăĐđĨĩŨũƠơƯư".unicodeScalars.contains(scalar)
        }
    }

    /// Whether each word with letters within ASCII and signs beyond can be Vietnamese; signs alone are no words.
    private static func isReadable(_ text: String) -> Bool {
        text.split { $0.isWhitespace || $0.isASCII && !$0.isLetter || "“”–—…’".contains($0) }.allSatisfy { word in
            !word.contains { !$0.isASCII } || !word.unicodeScalars.contains { $0.isASCII } || Syllable.isPossible(word)
        }
    }
}

/// TCVN 5712:1993: one place for each letter, of those that Western European ones have in ISO 8859-1.
enum TCVN3 {
    private static let places = Array(
        "¡¢£¤¥¦§¨©ª«¬\u{AD}®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
            .unicodeScalars)
    private static let letters = Array(
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
            .precomposedStringWithCanonicalMapping.unicodeScalars)
    private static let table = Dictionary(uniqueKeysWithValues: zip(places, letters))

    static func converted(_ text: String) -> String {
        let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.map { table[$0] ?? $0 }
        return String(String.UnicodeScalarView(scalars))
    }
}
