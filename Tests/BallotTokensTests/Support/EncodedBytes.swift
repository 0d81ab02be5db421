import StrictEncoding

/// Bytes that a vector writes in hexadecimal, with or without 0x.
struct HexBytes: Decodable, Sendable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        let digits = (text.hasPrefix("0x") ? text.dropFirst(2) : text[...]).compactMap(\.hexDigitValue)
        bytes = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

/// Bytes that a vector writes in base64url.
struct Base64Bytes: Decodable, Sendable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        bytes = try Base64URL.decode(decoder.singleValueContainer().decode(String.self))
    }
}
