import StrictEncoding

extension Form {
    /// What stands for itself; all else comes escaped.
    private static let plain = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$'()*,;:@/?".utf8)

    /// Reads `application/x-www-form-urlencoded`, each byte once.
    /// - Throws: `MalformedInput`.
    init(urlEncoded bytes: [UInt8]) throws(MalformedInput) {
        var fields: [(name: String, value: String)] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            fields.append((try Self.text(halves[0]), halves.count > 1 ? try Self.text(halves[1]) : ""))
        }
        self.init(fields: fields)
    }

    private static func text(_ escaped: ArraySlice<UInt8>) throws(MalformedInput) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(escaped.count)
        var rest = escaped
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = digit(rest.popFirst()), let low = digit(rest.popFirst()) else {
                    throw MalformedInput(.syntax, at: "form")
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "="): bytes.append(byte)
            default:
                guard plain.contains(byte) else { throw MalformedInput(.syntax, at: "form") }
                bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw MalformedInput(.notUTF8, at: "form") }
        return text
    }

    private static func digit(_ byte: UInt8?) -> UInt8? {
        switch byte {
        case let byte? where (0x30...0x39).contains(byte): byte - 0x30
        case let byte? where (0x41...0x46).contains(byte & 0xDF): (byte & 0xDF) - 0x37
        default: nil
        }
    }
}
