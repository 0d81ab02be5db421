import StrictEncoding

/// Reads CBOR as authenticators must write it (CTAP2 canonical form): each number in its shortest form, lengths known,
/// no key twice, four levels at most. The order of a map's keys is let pass: browsers differ.
struct CBORReader {
    private static let maximumDepth = 4

    private let bytes: [UInt8]
    private let place: String
    private(set) var position = 0

    init(_ bytes: [UInt8], as place: String) {
        self.bytes = bytes
        self.place = place
    }

    var isAtEnd: Bool { position == bytes.count }

    /// The next item.
    /// - Throws: `MalformedInput`.
    mutating func value() throws(MalformedInput) -> CBORValue { try value(depth: 0) }

    private mutating func value(depth: Int) throws(MalformedInput) -> CBORValue {
        guard depth < Self.maximumDepth else { throw fault(.tooDeep) }
        let head = try octet()
        let (major, information) = (head >> 5, head & 0x1F)
        if major == 7 { return try simple(information) }
        let number = try argument(information)
        switch major {
        case 0: return .unsigned(number)
        case 1: return .negative(number)
        case 2: return .bytes(try take(number))
        case 3: return .text(try text(number))
        case 4: return .array(try array(number, depth))
        case 5: return .map(try map(number, depth))
        default: throw fault(.wrongType, "no tags")
        }
    }

    private func simple(_ information: UInt8) throws(MalformedInput) -> CBORValue {
        switch information {
        case 20: .bool(false)
        case 21: .bool(true)
        case 22: .null
        default: throw fault(.wrongType, "true, false or null")
        }
    }

    /// The number after an item's head, refused where fewer octets would have done.
    private mutating func argument(_ information: UInt8) throws(MalformedInput) -> UInt64 {
        guard information >= 24 else { return UInt64(information) }
        guard information <= 27 else { throw fault(.notCanonical, "a length that is said") }
        let width = 1 << (information - 24)
        let number = try take(UInt64(width)).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let shorter: UInt64 = width == 1 ? 23 : UInt64.max >> UInt64(64 - 4 * width)
        guard number > shorter else { throw fault(.notCanonical, "the shortest form") }
        return number
    }

    private mutating func text(_ count: UInt64) throws(MalformedInput) -> String {
        guard let text = String(validating: try take(count), as: UTF8.self) else { throw fault(.notUTF8) }
        return text
    }

    private mutating func array(_ count: UInt64, _ depth: Int) throws(MalformedInput) -> [CBORValue] {
        var elements: [CBORValue] = []
        for _ in 0..<(try bounded(count, octetsEach: 1)) { elements.append(try value(depth: depth + 1)) }
        return elements
    }

    private mutating func map(_ count: UInt64, _ depth: Int) throws(MalformedInput) -> [CBORValue: CBORValue] {
        var members: [CBORValue: CBORValue] = [:]
        for _ in 0..<(try bounded(count, octetsEach: 2)) {
            let key = try value(depth: depth + 1)
            guard members[key] == nil else { throw fault(.repeatedMember) }
            members[key] = try value(depth: depth + 1)
        }
        return members
    }

    /// A count that the rest of the input has room for, so that nobody names a number and gets its memory.
    private func bounded(_ count: UInt64, octetsEach: Int) throws(MalformedInput) -> Int {
        guard count <= UInt64((bytes.count - position) / octetsEach) else { throw fault(.wrongLength, "truncated") }
        return Int(count)
    }

    private mutating func take(_ count: UInt64) throws(MalformedInput) -> [UInt8] {
        let end = position + (try bounded(count, octetsEach: 1))
        defer { position = end }
        return Array(bytes[position..<end])
    }

    private mutating func octet() throws(MalformedInput) -> UInt8 { try take(1)[0] }

    private func fault(_ reason: MalformedInput.Reason, _ detail: String = "") -> MalformedInput {
        MalformedInput(reason, at: "\(place) byte \(position)", detail)
    }
}
