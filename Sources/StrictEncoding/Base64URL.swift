/// base64url without padding (RFC 4648 section 5), canonical: what decodes also re-encodes to itself.
public enum Base64URL {
    private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// The value of each character; 0xFF for what is not in the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
        return values
    }()

    public static func encode(_ bytes: [UInt8]) -> String {
        let count = encodedCount(bytes.count)
        let alphabet = alphabet
        return String(unsafeUninitializedCapacity: count) { output in
            var written = 0
            var bits: UInt32 = 0
            var held = 0
            for byte in bytes {
                bits = bits << 8 | UInt32(byte)
                held += 8
                while held >= 6 {
                    held -= 6
                    output[written] = alphabet[Int(bits >> UInt32(held) & 0x3F)]
                    written += 1
                }
            }
            if held > 0 {
                output[written] = alphabet[Int(bits << UInt32(6 - held) & 0x3F)]
                written += 1
            }
            return written
        }
    }

    /// How many characters `count` bytes take.
    public static func encodedCount(_ count: Int) -> Int { (count * 4 + 2) / 3 }

    /// - Throws: `MalformedInput` for a character outside the alphabet, an impossible length, or stray bits at the end.
    public static func decode(_ text: String) throws(MalformedInput) -> [UInt8] {
        try decode(Array(text.utf8))
    }

    /// - Throws: `MalformedInput` for a character outside the alphabet, an impossible length, or stray bits at the end.
    public static func decode(_ characters: [UInt8]) throws(MalformedInput) -> [UInt8] {
        guard characters.count % 4 != 1 else { throw MalformedInput(.wrongLength, at: "", "base64url") }
        // Looked up once: the table is made when it is first asked for, and asking costs more than a character.
        let values = values
        var bits: UInt32 = 0
        var held = 0
        var seen: UInt8 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: characters.count * 3 / 4) { output, count in
            for character in characters {
                let value = values[Int(character)]
                seen |= value
                bits = bits << 6 | UInt32(value & 0x3F)
                held += 6
                guard held >= 8 else { continue }
                held -= 8
                output[count] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
                count += 1
            }
        }
        guard seen < 0x40 else { throw MalformedInput(.syntax, at: "", "base64url without padding") }
        // Stray bits would let two texts name one value, and so two manifests look alike.
        guard bits & (1 << UInt32(held) - 1) == 0 else { throw MalformedInput(.notCanonical, at: "", "base64url") }
        return bytes
    }
}
