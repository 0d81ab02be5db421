/// Crockford's base32: no I, L, O or U, so that a code can be read aloud and typed.
public enum Crockford {
    private static let alphabet = [Character]("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// The first `count` characters of `bytes`, most significant bits first, missing low bits zero.
    public static func encode(_ bytes: [UInt8], count: Int) -> String {
        var text = ""
        var bits: UInt32 = 0
        var held = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            held += 8
            while held >= 5 {
                held -= 5
                text.append(alphabet[Int(bits >> UInt32(held) & 0x1F)])
            }
        }
        if held > 0 { text.append(alphabet[Int(bits << UInt32(5 - held) & 0x1F)]) }
        return String(text.prefix(count))
    }

    /// The bytes that whole octets of `text` stand for, most significant bits first; bits that fill none are dropped.
    /// - Parameter text: as `normalised` answers it.
    public static func decode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var (bits, held): (UInt32, Int) = (0, 0)
        for character in text {
            guard let value = alphabet.firstIndex(of: character) else { return [] }
            bits = bits << 5 | UInt32(value)
            held += 5
            guard held >= 8 else { continue }
            held -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
        }
        return bytes
    }

    /// `text` with a hyphen after each `size` characters: "5JRE-7BVB".
    public static func grouped(_ text: String, by size: Int) -> String {
        var groups: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            groups.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return groups.joined(separator: "-")
    }

    /// What a person typed, in the alphabet: case, spaces and hyphens dropped, O read as 0, I and L as 1.
    /// - Returns: nil if another character is left.
    public static func normalised(_ typed: String) -> String? {
        var text = ""
        for scalar in typed.unicodeScalars where scalar != " " && scalar != "-" {
            guard let character = character(of: scalar) else { return nil }
            text.append(character)
        }
        return text
    }

    private static func character(of scalar: Unicode.Scalar) -> Character? {
        guard scalar.isASCII else { return nil }
        switch Character(String(scalar).uppercased()) {
        case "O": return "0"
        case "I", "L": return "1"
        case let character: return alphabet.contains(character) ? character : nil
        }
    }
}
