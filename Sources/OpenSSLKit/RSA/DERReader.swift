/// The tags (X.690 section 8) that token keys and signatures are made of.
enum DERTag: UInt8 {
    case integer = 0x02
    case bitString = 0x03
    case octetString = 0x04
    case objectIdentifier = 0x06
    case sequence = 0x30
    case set = 0x31
    /// Constructed, of the context's own.
    case context0 = 0xA0
    case context1 = 0xA1
    case context2 = 0xA2
    case context4 = 0xA4
}

/// Takes DER elements from the front of some bytes.
///
/// It only finds its way: whoever uses it writes what was read anew and compares, which catches every other form.
struct DERReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The content of the next element, if it has this tag and is all there; else nil.
    mutating func take(_ tag: DERTag) -> [UInt8]? {
        guard rest.popFirst() == tag.rawValue, let count = takeLength(), count <= rest.count else { return nil }
        defer { rest.removeFirst(count) }
        return Array(rest.prefix(count))
    }

    /// The same for an element that may be left out: where the next has another tag, nothing is taken.
    mutating func takeIfNext(_ tag: DERTag) -> [UInt8]? {
        rest.first == tag.rawValue ? take(tag) : nil
    }

    private mutating func takeLength() -> Int? {
        guard let first = rest.popFirst() else { return nil }
        guard first >= 0x80 else { return Int(first) }
        let octets = Int(first & 0x7F)
        guard (1...3).contains(octets), octets <= rest.count else { return nil }
        defer { rest.removeFirst(octets) }
        return rest.prefix(octets).reduce(0) { $0 << 8 | Int($1) }
    }
}
