import Foundation

/// UTF-8 whose bytes were read one by one as Windows-1252, undone.
enum Windows1252 {
    /// - Returns: nil for a text that cannot have come about so.
    static func converted(_ text: String) -> String? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            guard let byte = byte(of: scalar) else { return nil }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)?.precomposedStringWithCanonicalMapping
    }

    /// The five places that the code page leaves open come through as control characters.
    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        places[scalar] ?? (scalar.value < 0x100 ? UInt8(scalar.value) : nil)
    }

    /// 0x80 to 0x9F, by what stands there.
    private static let places: [Unicode.Scalar: UInt8] = [
        "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A,
        "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
        "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
    ]
}
