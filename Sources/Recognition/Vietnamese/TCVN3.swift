import Foundation

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
