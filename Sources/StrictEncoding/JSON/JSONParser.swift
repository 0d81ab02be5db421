/// A JSON parser (RFC 8259) that reads one meaning or none.
///
/// Beyond the grammar it refuses what parsers are known to read differently: a byte order mark, invalid UTF-8, lone
/// surrogates, a member name twice in one object, and any number that is not whole or not exact in every language
/// (beyond ±(2⁵³ − 1)).
public struct JSONParser {
    /// How deep arrays and objects may nest.
    public static let maximumDepth = 32

    private static let largestInteger = 9_007_199_254_740_991

    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter limit: the most bytes that are looked at.
    /// - Throws: `MalformedInput` whose place is the path to the fault, or "byte N" for a fault of grammar.
    public static func parse(_ bytes: [UInt8], limit: Int) throws(MalformedInput) -> JSONValue {
        guard bytes.count <= limit else { throw MalformedInput(.tooLarge, at: "", "at most \(limit) bytes") }
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw MalformedInput(.byteOrderMark, at: "") }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw MalformedInput(.notUTF8, at: "") }
        var parser = JSONParser(bytes)
        let value = try parser.value(depth: 0, at: .document(""))
        parser.skipSpace()
        guard parser.position == bytes.count else {
            throw MalformedInput(.trailingBytes, at: "byte \(parser.position)")
        }
        return value
    }

    private mutating func value(depth: Int, at place: JSONPlace) throws(MalformedInput) -> JSONValue {
        guard depth < Self.maximumDepth else { throw MalformedInput(.tooDeep, at: place.description) }
        skipSpace()
        switch peek() {
        case UInt8(ascii: "{"): return try object(depth: depth, at: place)
        case UInt8(ascii: "["): return try array(depth: depth, at: place)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .integer(try integer(at: place))
        }
    }

    private mutating func object(depth: Int, at place: JSONPlace) throws(MalformedInput) -> JSONValue {
        var members: [JSONValue.Member] = []
        // Names are compared as bytes: Swift would hold two spellings of "é" for equal, other languages would not.
        var names: Set<[UInt8]> = []
        position += 1
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
            skipSpace()
            let name = try string()
            let inner = JSONPlace.member(name, of: place)
            guard names.insert(Array(name.utf8)).inserted else {
                throw MalformedInput(.repeatedMember, at: inner.description)
            }
            skipSpace()
            try expect(UInt8(ascii: ":"))
            members.append(.init(name, try value(depth: depth + 1, at: inner)))
            skipSpace()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        return .object(members)
    }

    private mutating func array(depth: Int, at place: JSONPlace) throws(MalformedInput) -> JSONValue {
        var elements: [JSONValue] = []
        position += 1
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array([]) }
        repeat {
            elements.append(try value(depth: depth + 1, at: .element(elements.count, of: place)))
            skipSpace()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return .array(elements)
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(MalformedInput) -> JSONValue {
        for character in word.description.utf8 { try expect(character) }
        return value
    }

    private mutating func integer(at place: JSONPlace) throws(MalformedInput) -> Int {
        let negative = take(UInt8(ascii: "-"))
        let start = position
        var value = 0
        while let digit = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
            guard value <= Self.largestInteger else { throw MalformedInput(.outOfRange, at: place.description) }
            position += 1
        }
        guard position > start else { throw syntaxError() }
        guard bytes[start] != UInt8(ascii: "0") || position == start + 1 else { throw syntaxError() }
        if let next = peek(), [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(next) {
            throw MalformedInput(.notAnInteger, at: place.description)
        }
        return negative ? -value : value
    }

    private mutating func string() throws(MalformedInput) -> String {
        try expect(UInt8(ascii: "\""))
        var text = plainRun()
        while let byte = peek() {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(contentsOf: String(try escape()).utf8)
            case 0..<0x20: throw syntaxError()
            default: text.append(byte)
            }
        }
        throw syntaxError()
    }

    /// The bytes up to the next one that means something: most strings whole, and without a copy a byte.
    private mutating func plainRun() -> [UInt8] {
        let rest = bytes[position...]
        let end = rest.firstIndex { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        position = end ?? bytes.endIndex
        return Array(rest[..<position])
    }

    private mutating func escape() throws(MalformedInput) -> Unicode.Scalar {
        guard let byte = peek() else { throw syntaxError() }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw syntaxError()
        }
    }

    private mutating func unicodeEscape() throws(MalformedInput) -> Unicode.Scalar {
        let first = try fourHexDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw syntaxError()
        }
        let second = try fourHexDigits()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw syntaxError() }
        return scalar
    }

    private mutating func fourHexDigits() throws(MalformedInput) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw syntaxError()
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(MalformedInput) {
        guard take(byte) else { throw syntaxError() }
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func syntaxError() -> MalformedInput { MalformedInput(.syntax, at: "byte \(position)") }
}
